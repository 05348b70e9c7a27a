#include "extractors/resolve/place_names.h"

#include <set>
#include <string_view>

namespace trichluc {
namespace {

// The "H." or "Q." of "H.Hướng Hóa", "Q. Tân Bình", either of its tokens.
bool is_short_unit(const Reading& reading, std::size_t at) {
  const std::size_t letter = reading.is(at, ".") && at > 0 ? at - 1 : at;
  return reading.is_any(letter, {"h", "q", "tx"}) && reading.is(letter + 1, ".") && reading.tokens()[letter].capital;
}

// "Nguyễn Thái Bình", "Phạm Thị Hà Giang": behind a family name, or behind one and a middle name.
bool is_persons_name(const Reading& reading, const LexiconMatch& match) {
  const std::size_t floor = reading.sentence_of(match.first).first;
  const auto is_family_name = [&](std::size_t at, bool doubtful) {
    const LexiconMatch* family = reading.match_at(at, "family_names");
    return family != nullptr && family->last == at + 1 && (doubtful || family->value("weight") == "common") &&
           reading.is_capital_word(at) && !reading.tokens()[at].all_capitals;
  };
  if (match.first <= floor || !reading.is_capital_word(match.first - 1)) return false;
  if (is_family_name(match.first - 1, false)) return true;
  // "Cao Thị Thái Bình": behind "Thị" a family name that is a word as well is no other word.
  return match.first > floor + 1 && reading.is(match.first - 1, "thị") && is_family_name(match.first - 2, true);
}

bool is_inside_longer(const Reading& reading, const LexiconMatch& match) {
  constexpr std::size_t kLongestName = 8;
  for (std::size_t at = match.first; at + kLongestName > match.first; --at) {
    for (const TableKey table : {TableKey("places"), TableKey("regions")}) {
      const LexiconMatch* other = reading.match_at(at, table);
      if (other != nullptr && other->last >= match.last && other->last - other->first > match.last - match.first)
        return true;
    }
    if (at == 0) break;
  }
  return false;
}

// "Báo điện tử (tinhtv.vn)": the end of an address, glued to a point. "TP.Đà Nẵng" is none.
bool is_end_of_address(const Reading& reading, const LexiconMatch& match) {
  if (match.first < 2 || !reading.is(match.first - 1, ".")) return false;
  if (reading.is(match.first - 2, "tp") && reading.is_capital_word(match.first)) return false;
  return !reading.tokens()[match.first - 1].blank_before && !reading.tokens()[match.first].blank_before;
}

// "các xã Trung An, Bình Phước (Mang Thít)": a commune that bears a province's name, its district in brackets.
bool is_commune_of_district(const Reading& reading, const LexiconMatch& match) {
  if (!reading.is(match.last, "(")) return false;
  std::size_t at = match.last + 1;
  if (reading.is_any(at, {"huyện", "thị", "quận"})) at += reading.is(at, "thị") ? 2U : 1U;
  const LexiconMatch* district = reading.match_at(at, "districts");
  return district != nullptr && reading.is(district->last, ")") && district->value("province") != match.value("name");
}

// "Tổ chức Vòng tay Hòa Bình (Hoa Kỳ)": a body whose country stands in brackets bears the name of no province.
bool is_of_body_abroad(const Reading& reading, const LexiconMatch& match) {
  constexpr std::size_t kLongestName = 5;
  if (!reading.is(match.last, "(")) return false;
  const LexiconMatch* country = reading.match_at(match.last + 1, "organizations");
  if (country == nullptr || country->value("kind") != "country" || !reading.is(country->last, ")")) return false;
  const std::size_t floor = reading.sentence_of(match.first).first;
  for (std::size_t at = match.first; at > floor && match.first - at <= kLongestName; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
    if (reading.is(at - 1, "chức") || reading.is_any(at - 1, {"quỹ", "nhóm", "hội"})) return true;
  }
  return false;
}

// "huyện", "thị xã", "TP." right before the name.
bool is_behind_class(const Reading& reading, const LexiconMatch& match) {
  if (match.first == 0) return false;
  const std::size_t before = match.first - 1;
  const bool point = reading.is(before, ".") && before > 0 && reading.is(before - 1, "tp");
  return point || is_unit_of_district(reading, before) || reading.is(before, "phố") || reading.is(before, "tp");
}

// "huyện Bá Thước, Thanh Hóa": the province follows and is read itself.
bool is_before_its_province(const Reading& reading, const LexiconMatch& match) {
  std::size_t next = match.last;
  if (reading.is(next, ",") || reading.is(next, "(") || reading.is(next, "thuộc") || reading.is(next, "của")) ++next;
  if (reading.is(next, "tỉnh")) ++next;
  const LexiconMatch* province = next > match.last ? reading.match_at(next, "places") : nullptr;
  return province != nullptr && province->value("kind") != "country";
}

// The districts of a text. One that is once named with its class ("huyện Tây Giang") is meant by its bare name too.
class Districts {
 public:
  explicit Districts(const Reading& reading) : reading_(reading) {
    for (const std::uint32_t m : reading.matches_of("districts")) {
      const LexiconMatch& match = reading.matches()[m];
      if (is_name(match) && is_behind_class(reading, match)) named_.insert(match.entry);
    }
  }

  bool names(const LexiconMatch& match) const {
    return is_name(match) &&
           (match.value("needs") != "unit" || named_.count(match.entry) > 0 || is_district_of_commune(reading_, match));
  }

 private:
  bool is_name(const LexiconMatch& match) const {
    return reading_.is_capital_word(match.first) && ends_as_name(match.last - 1) && !is_persons_name(reading_, match);
  }

  // "Cư M'gar", "Đắk R'lấp": a small letter behind the apostrophe.
  bool ends_as_name(std::size_t last) const {
    return reading_.is_capital_word(last) || (reading_.is(last - 1, "'") && reading_.is_capital_word(last - 2));
  }

  const Reading& reading_;
  std::set<const Entry*> named_;
};

}  // namespace

bool is_unit_of_district(const Reading& reading, std::size_t at) {
  static constexpr std::string_view kWords[] = {"huyện", "quận", "xã", "phường", "thị", "trấn", "bản", "thôn", "tx"};
  return reading.is_any(at, kWords) || is_short_unit(reading, at);
}

bool is_district_of_commune(const Reading& reading, const LexiconMatch& match) {
  constexpr std::size_t kFarthest = 14;
  const std::size_t floor = reading.sentence_of(match.first).first;
  if (match.first < floor + 3 || !reading.is(match.first - 1, "(") || !reading.is(match.last, ")")) return false;
  if (!reading.is_capital_word(match.first - 2)) return false;
  for (std::size_t at = match.first - 2; at > floor && match.first - at < kFarthest; --at) {
    if (reading.is_any(at - 1, {"xã", "trấn", "phường"})) return true;
  }
  return false;
}

std::size_t start_of_proper_name(const Reading& reading, const LexiconMatch& match) {
  std::size_t at = match.first;
  while (at + 1 < match.last && is_place_class(reading, at)) ++at;
  return at;
}

bool is_comparison_with_country(const Reading& reading, std::size_t at) {
  constexpr std::size_t kFarthest = 8;
  if (at < 2) return false;
  // "top 5 cả nước", "mức bình quân chung cả nước"
  if (reading.is_any(at - 1, {"đầu", "nhất", "nhì", "bình", "quân"}) || reading.is(at - 2, "thứ")) return true;
  if (reading.is_any(at - 2, {"top", "tốp", "nhóm", "hạng"})) return true;
  if (reading.is(at - 1, "chung")) return reading.is_any(at - 2, {"bình", "quân"});
  if (reading.is(at - 1, "với")) return reading.is(at - 2, "so");
  if (!reading.is(at - 1, "của")) return false;
  if (reading.is(at - 2, "đầu")) return true;
  // "bằng khoảng 9% viện trợ của cả nước"
  const std::size_t floor = reading.sentence_of(at).first;
  for (std::size_t back = at - 1; back > floor + 1 && at - back < kFarthest; --back) {
    if (reading.is(back - 1, "%")) return true;
    if (reading.tokens()[back - 1].kind != TokenKind::kWord) return false;
  }
  return false;
}

bool is_place_class(const Reading& reading, std::size_t at) {
  static constexpr std::string_view kWords[] = {"toàn", "tỉnh", "phố", "thành", "tp", "bàn", "địa", "thủ", "đô"};
  return reading.is_any(at, kWords) || (reading.is(at, ".") && at > 0 && reading.is(at - 1, "tp"));
}

bool names_place(const Reading& reading, const LexiconMatch& match) {
  if (is_end_of_address(reading, match)) return false;
  if (match.value("kind") == "country") return true;
  if (is_of_body_abroad(reading, match) || is_commune_of_district(reading, match)) return false;
  if (!reading.tokens()[start_of_proper_name(reading, match)].capital) return false;
  if (match.value("needs") == "capitals") {
    for (std::size_t at = match.first; at < match.last; ++at) {
      if (reading.tokens()[at].kind == TokenKind::kWord && !reading.tokens()[at].capital) return false;
    }
  }
  if (match.first > 0) {
    const std::size_t unit = match.first - 1;
    const bool town = reading.is(unit, "xã") && unit > 0 && reading.is(unit - 1, "thị");
    if (is_unit_of_district(reading, unit) && !town) return false;
  }
  return !is_inside_longer(reading, match) && !is_persons_name(reading, match);
}

std::vector<PlaceMention> find_place_names(const Reading& reading) {
  const Districts districts(reading);
  std::vector<PlaceMention> found;
  std::size_t covered = 0;  // by the longest name so far: "Điện Biên" begins "Điện Biên Đông", "Cửu Long" ends a region
  for (const std::uint32_t m : reading.matches_of({"regions", "districts", "places"})) {
    const LexiconMatch& match = reading.matches()[m];
    if (match.is_of("regions") && reading.is_capital_word(match.last - 1)) {
      found.push_back({&match, PlaceKind::kRegion, match.first, {}});
      covered = match.last;
    } else if (match.is_of("districts") && match.first >= covered && districts.names(match) &&
               !is_inside_longer(reading, match)) {  // "Vũng Tàu - Côn Đảo" was a province
      covered = match.last;
      if (!is_before_its_province(reading, match))
        found.push_back({&match, PlaceKind::kDistrict, match.first, std::string(match.value("province"))});
    } else if (match.is_of("places") && names_place(reading, match)) {
      const LexiconMatch* district = reading.match_at(match.first, "districts");
      if (district != nullptr && district->last > match.last && districts.names(*district)) continue;
      const bool country = match.value("kind") == "country";
      found.push_back({&match, country ? PlaceKind::kCountry : PlaceKind::kProvince, match.first,
                       std::string(match.value("name"))});
    }
  }
  return found;
}

}  // namespace trichluc
