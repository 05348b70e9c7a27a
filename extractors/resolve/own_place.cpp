#include "extractors/resolve/own_place.h"

namespace trichluc {
namespace {

bool is_led(const Reading& reading, std::size_t at) {
  return at > 0 && reading.is_any(at - 1, {"toàn", "tại", "bàn", "vào", "cho", "với", "trên", "giúp"});
}

// Behind "tỉnh", "thành phố", "TP", "địa phương", "địa bàn"; `at` where none of them stands.
std::size_t end_of_class(const Reading& reading, std::size_t at) {
  if (reading.is(at, "tỉnh") || (reading.is(at, "tp") && !reading.is(at + 1, "."))) return at + 1;
  if (reading.is(at, "thành") && reading.is(at + 1, "phố")) return at + 2;
  if (reading.is(at, "địa") && reading.is(at + 1, "phương")) return at + 2;
  const bool bare = reading.is(at, "địa") && reading.is(at + 1, "bàn") && is_led(reading, at);
  return bare && reading.is_any(at + 2, {"có", "hiện", ","}) ? at + 2 : at;
}

// "tại 47 tỉnh, thành phố": the second of a pair of words for provinces.
bool is_of_many(const Reading& reading, std::size_t at) {
  return at > 1 && reading.is_any(at - 1, {",", "/"}) && reading.is(at - 2, "tỉnh");
}

}  // namespace

bool names_own_place(const Reading& reading, const Clause& clause) {
  for (std::size_t at = clause.first; at < clause.last; ++at) {
    const std::size_t end = end_of_class(reading, at);
    if (end == at || end > clause.last) continue;
    if (reading.is(at, "tỉnh") && reading.is_any(end, {"ta", "nhà"})) return true;
    const bool named = end < clause.last && (reading.tokens()[end].capital || reading.match_at(end, "places"));
    const bool opens = at == clause.first || reading.tokens()[at - 1].kind == TokenKind::kMark;
    if (!named && (opens || is_led(reading, at)) && !is_of_many(reading, at)) return true;
  }
  return false;
}

}  // namespace trichluc
