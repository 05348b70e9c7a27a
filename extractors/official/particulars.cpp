#include "extractors/official/particulars.h"

#include <algorithm>

#include "extractors/official/position.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostTold = 45;  // tokens: an address has a house, a street, a ward, a district and a province

enum class Particular { kNone, kShort, kHome };

Particular particular_at(const Reading& reading, std::size_t at) {
  if (at >= reading.tokens().size()) return Particular::kNone;
  const bool number = reading.tokens()[at].kind == TokenKind::kNumber;
  const LexiconMatch* told = reading.match_at(number ? at + 1 : at, "particulars");
  if (told == nullptr || (told->value("kind") == "age") != number) return Particular::kNone;
  return told->value("kind") == "home" ? Particular::kHome : Particular::kShort;
}

// An office, with or without the "là", "hiện là" before it.
bool is_office(const Reading& reading, std::size_t at) {
  const LexiconMatch* link = reading.match_at(at, "titles");
  if (link != nullptr && link->value("use") == "copula") return true;
  return !read_positions(reading, at).empty();
}

}  // namespace

std::size_t past_particulars(const Reading& reading, std::size_t at) {
  if (!reading.is_any(at, {"(", ","}) || particular_at(reading, at + 1) == Particular::kNone) return at;
  const std::size_t end = std::min(at + kMostTold, reading.sentence_of(at).last);
  Particular told = Particular::kNone;
  for (std::size_t t = at; t < end && !reading.is(t, ")"); ++t) {
    if (!reading.is_any(t, {"(", ",", ";"})) continue;
    const Particular next = particular_at(reading, t + 1);
    if (next != Particular::kNone) {
      told = next;
    } else if (is_office(reading, t + 1)) {
      return t;
    } else if (told != Particular::kHome) {
      return at;
    }
  }
  return at;
}

}  // namespace trichluc
