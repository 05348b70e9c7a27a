#include "extractors/countries.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "organizations";

const LexiconMatch* as_country(const Reading& reading, const LexiconMatch* word) {
  const bool country = word != nullptr && word->value("kind") == "country" && reading.is_capital_word(word->first);
  return country ? word : nullptr;
}

}  // namespace

const LexiconMatch* country_at(const Reading& reading, std::size_t at) {
  return as_country(reading, reading.match_at(at, kTable));
}

const LexiconMatch* country_before(const Reading& reading, std::size_t end) {
  return as_country(reading, reading.match_before(end, kTable));
}

const LexiconMatch* country_in_brackets(const Reading& reading, std::size_t open) {
  const LexiconMatch* country = reading.is(open, "(") ? country_at(reading, open + 1) : nullptr;
  return country != nullptr && reading.is(country->last, ")") ? country : nullptr;
}

}  // namespace trichluc
