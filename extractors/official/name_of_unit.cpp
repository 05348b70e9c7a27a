#include "extractors/official/name_of_unit.h"

#include "extractors/official/name.h"

namespace trichluc {

bool is_sure_family_name(const Reading& reading, std::size_t at) {
  const LexiconMatch* match = reading.match_at(at, "family_names");
  return match != nullptr && match->value("weight") != "doubtful";
}

std::size_t name_of_unit_end(const Reading& reading, Clause capitals, std::string_view kind) {
  const auto [at, end] = capitals;
  const std::size_t count = end - at;
  if (count == 0) return at;
  if (kind.ends_with("unit") && is_town_and_foreigner(reading, at, end)) return at + 1;
  const auto person = [&, first = at](std::size_t own) {
    // "xã Thanh Hồ Văn Phước": no "Văn Phước".
    const bool middle = own > 0 && own < count && reading.is_any(first + own, {"văn", "thị"});
    return own < count && count - own >= 2 && !middle && starts_with_family_name(reading, first + own);
  };
  if (kind == "listed_unit" && person(0)) return at;
  if (kind.rfind("district", 0) == 0 && person(0) && is_sure_family_name(reading, at)) return at;
  // "phường Trần Hưng Đạo Vũ Hằng": a ward that bears a person's name, and a person.
  if (count >= 5 && person(0) && person(3) && reading.is(at - 1, "phường")) return at + 3;
  const std::size_t own_first = count <= 2 ? count : (count == 3 && person(0) ? 0 : 2);
  for (const std::size_t own : {own_first, std::size_t{2}, std::size_t{1}, std::size_t{3}, std::size_t{0}}) {
    if (own == count && count <= 2) return end;
    if (person(own)) return at + own;
  }
  return end;
}

}  // namespace trichluc
