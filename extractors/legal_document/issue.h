// When and by whom a cited document was issued, told around its number: "Ngày 8/7/2020, Chính phủ ban hành Nghị định
// …", "… số 80/2020/NĐ-CP ngày 08/7/2020 của Chính phủ".
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "extractors/date/date_reader.h"
#include "extractors/fact.h"
#include "extractors/reading.h"

namespace trichluc {

struct Citation {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  LegalDocumentFact fact;
  std::string line;  // of the dictionary
  bool related = false;
};

// Immutable; reading and dates must outlive it.
class IssueReader {
 public:
  // `dates` in order of the text.
  IssueReader(const Reading& reading, std::span<const DateReading> dates)
      : reading_(reading), tokens_(reading.tokens()), dates_(dates) {}

  // Adds date and issuer to a citation of kind and number, and their words to its own. `year` is that of the number
  // (0: none), `previous` the citation before it in the text (null: none), whose day "cùng ngày" means.
  void complete(Citation& citation, int year, const Citation* previous) const;

  // "Quyết định của Thủ tướng Chính phủ số 340/TTg": the token of "số" behind the issuer; `token` itself where none is.
  std::size_t after_issuer(std::size_t token) const;

 private:
  bool is(std::size_t token, std::string_view form) const {
    return token < tokens_.size() && tokens_[token].folded == form;
  }
  // The word of legal_words.tsv of that kind that begins or ends here; null where none does.
  const LexiconMatch* word_at(std::size_t token, std::string_view kind) const;
  const LexiconMatch* word_before(std::size_t token, std::string_view kind) const;

  std::span<const DateReading> dates_from(std::size_t token) const;
  std::size_t after_term(std::size_t at) const;
  void take_date(Citation& citation, int year) const;
  void take_same_day(Citation& citation, const Citation& previous) const;
  void take_date_before(Citation& citation, int year) const;
  void take_issuer(Citation& citation) const;
  void take_issuer_before(Citation& citation) const;
  std::size_t issuing_words(std::size_t kind) const;
  bool only_issuer(std::size_t from, std::size_t to) const;
  std::string issuer_at(std::size_t from, std::size_t to) const;

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::span<const DateReading> dates_;
};

}  // namespace trichluc
