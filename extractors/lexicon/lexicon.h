// A table of dictionaries/: strict TSV, one folded form a line, the last column its source.
//
//   # columns: form currency side source
//   # values: side before after both
//   đô la mỹ<TAB>USD<TAB>both<TAB>https://…
//
// The first line that starts with "# columns:" names the columns, "# values:" what alone may stand in one of them;
// every other line that starts with '#' is a comment. Read strictly: a missing column, an unfolded or doubled form, a
// value that is none, a missing source is an error that names file and line. A table whose first column is called `id`
// is a register: what stands in it is not looked for in texts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/lexicon/table_key.h"
#include "pipeline/base/result.h"

namespace trichluc {

struct Entry {
  std::string form;                 // folded (text::fold)
  std::vector<std::string> values;  // the columns between form and source, as written ("-" stands for empty)
  int line = 0;
  std::string file = {};  // of an added line the path of its table; empty: the table itself
};

class Lexicon {
 public:
  // The first fault is the error; table_reader.h gives all of them.
  static Result<Lexicon> parse(std::string_view tsv, std::string name);

  // This table with the lines of an added one: a line of the same form replaces, "!form" takes away.
  Result<Lexicon> with(std::string_view added, const std::string& file) const;

  const std::string& name() const { return name_; }  // "currencies"
  TableKey key() const { return key_; }
  const std::vector<std::string>& columns() const { return columns_; }
  const std::map<std::string, std::vector<std::string>>& closed_values() const { return closed_values_; }
  const std::vector<Entry>& entries() const { return entries_; }
  bool is_register() const { return !columns_.empty() && columns_.front() == "id"; }
  // The value of a named column, empty for "-".
  std::string_view value(const Entry& entry, std::string_view column) const;
  // As a file without comments and sources, for those that read their table by themselves.
  std::string to_tsv() const;

 private:
  std::string name_;
  TableKey key_;
  std::vector<std::string> columns_;
  std::map<std::string, std::vector<std::string>> closed_values_;
  std::vector<Entry> entries_;
};

}  // namespace trichluc
