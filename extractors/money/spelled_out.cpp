#include "extractors/money/spelled_out.h"

#include <algorithm>

namespace trichluc {
namespace {

bool says_in_words(const Reading& reading, std::size_t at) {
  return reading.is(at, "bằng") && reading.is(at + 1, "chữ");
}

// One past a word that spells a sum out, or `at`: "trăm", "triệu", "đồng", "chẵn", the comma between thousands.
std::size_t behind_word(const Reading& reading, std::size_t at, const Sum& sum) {
  if (const LexiconMatch* currency = reading.match_at(at, "currencies"))
    return currency->value("currency") == sum.currency ? currency->last : at;
  for (const std::string_view table : {"number_scales", "number_words"}) {
    if (const LexiconMatch* word = reading.match_at(at, table)) return word->last;
  }
  return reading.is_any(at, {"chẵn", ",", ":", ".", "/"}) ? at + 1 : at;
}

}  // namespace

std::size_t behind_spelled_out(const Reading& reading, const Sum& sum) {
  const std::size_t end = reading.first_token_of(reading.tokens()[sum.first].paragraph + 1);
  std::size_t at = sum.last;
  const bool bracket = reading.is(at, "(");
  if (bracket || (reading.is_any(at, {",", ";"}) && says_in_words(reading, at + 1))) ++at;
  const bool led = says_in_words(reading, at);
  if (!bracket && !led) return sum.last;
  if (led) at += 2;
  // A number in digits is another sum.
  const std::size_t first = at;
  while (at < end && reading.tokens()[at].kind != TokenKind::kNumber) {
    const std::size_t next = behind_word(reading, at, sum);
    if (next == at) break;
    at = next;
  }
  if (at == first || (bracket && !reading.is(at, ")"))) return sum.last;
  return bracket ? at + 1 : at;
}

}  // namespace trichluc
