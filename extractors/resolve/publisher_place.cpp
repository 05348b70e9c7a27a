#include "extractors/resolve/publisher_place.h"

#include <algorithm>

#include "extractors/resolve/place_names.h"

namespace trichluc {
namespace {

// "Cơ quan ngôn luận của Đảng bộ, chính quyền và nhân dân tỉnh X".
constexpr std::size_t kFarthest = 14;

bool is_furniture(text::Section section) {
  return section == text::Section::kFrame || section == text::Section::kPublisher || section == text::Section::kRelated;
}

// The province behind the mark, named as one: behind "tỉnh" or "thành phố", or right behind the mark ("Cổng Thông tin -
// X"). A number, as of an address, ends the search.
const LexiconMatch* province_behind(const Reading& reading, std::size_t first) {
  const auto& tokens = reading.tokens();
  const std::size_t end = std::min(first + kFarthest, tokens.size());
  for (std::size_t at = first; at < end && tokens[at].paragraph == tokens[first].paragraph; ++at) {
    if (tokens[at].kind == TokenKind::kNumber || reading.is_any(at, {".", "|", ";"})) return nullptr;
    const LexiconMatch* place = reading.match_at(at, "places");
    if (place == nullptr || place->value("kind") == "country" || !names_place(reading, *place)) continue;
    const bool city = tokens[at].folded == "thành" || tokens[at].folded == "tp";
    const bool classed = city || (at > 0 && reading.is_any(at - 1, {"tỉnh", "phố"}));
    const bool beside = at == first || (at == first + 1 && reading.is(first, "-"));
    return classed || beside ? place : nullptr;
  }
  return nullptr;
}

}  // namespace

std::optional<Told<std::string>> place_of_publisher(const Reading& reading) {
  std::optional<Told<std::string>> found;
  for (const std::uint32_t m : reading.matches_of("newspaper_marks")) {
    const LexiconMatch& mark = reading.matches()[m];
    if (!is_furniture(reading.section_of(mark.first)) || !mark.value("province").empty()) continue;
    const LexiconMatch* place = province_behind(reading, mark.last);
    if (place == nullptr) continue;
    const std::string name(place->value("name"));
    if (found && found->value != name) return std::nullopt;
    if (!found) found = Told<std::string>{name, reading.span_of(place->first, place->last)};
  }
  return found;
}

}  // namespace trichluc
