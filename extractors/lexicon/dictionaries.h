// All tables of dictionaries/vi, and one index that finds every form of every table in a token stream in one scan.
// Immutable once loaded; many threads may read it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/lexicon/lexicon.h"
#include "extractors/token.h"
#include "pipeline/base/result.h"

namespace trichluc {

// A form of a table found at tokens [first, last).
struct LexiconMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  const Lexicon* lexicon = nullptr;
  const Entry* entry = nullptr;
  TableKey table;
  bool mended = false;  // long formulas are found with a slip of a letter in one word of four ("cá tổ chức")

  bool is_of(TableKey key) const { return table == key; }
  std::string_view value(std::string_view column) const { return lexicon->value(*entry, column); }
};

class Dictionaries {
 public:
  // Reads every *.tsv of `folder`, and adds the lines of the tables in `added` to them (Lexicon::with; an empty path:
  // nothing). An error names file and line (ErrorCode::kBadDictionary).
  static Result<Dictionaries> load(const std::filesystem::path& folder, const std::filesystem::path& added = {});
  // For tests: tables by name, without files.
  static Result<Dictionaries> from_tables(const std::map<std::string, std::string>& tsv_by_name);

  Dictionaries(Dictionaries&&) noexcept;
  Dictionaries& operator=(Dictionaries&&) noexcept;
  ~Dictionaries();

  // The table of that name ("currencies"); an empty table where there is none.
  const Lexicon& table(std::string_view name) const;
  // Puts words right whose tone mark was misread from pixels (word_pairs.h). The tokens then point into this object.
  void mend(std::vector<Token>& tokens) const;
  // Gives the words of texts without marks the marks that the forms have (unmarked_forms.h). As with mend().
  void restore_marks(std::vector<Token>& tokens) const;
  // Every match, in order of first token; at one token the longest of each table only.
  std::vector<LexiconMatch> find(const std::vector<Token>& tokens) const;
  // SHA-like fingerprint of all tables, stored with every record.
  const std::string& fingerprint() const;

 private:
  struct Index;
  Dictionaries();
  std::unique_ptr<Index> index_;
};

}  // namespace trichluc
