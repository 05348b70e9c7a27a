#include "extractors/meeting/announced_place.h"

#include <algorithm>

namespace trichluc {
namespace {

// "tại Hội trường Sở Ngoại vụ, thị xã Tam Kỳ, tỉnh Quảng Nam", "tại trụ sở Liên hiệp các tổ chức hữu nghị Việt Nam
// (VUFO), số 61 Bà Triệu, Hà Nội".
constexpr std::size_t kLongestPlace = 22;

}  // namespace

// "khách sạn Hòa Bình": the house has the place's name.
bool AnnouncedPlace::is_namesake(std::size_t at) const {
  const LexiconMatch* house = reading_.match_before(at, "organizations");
  return house != nullptr && house->value("kind") == "namesake";
}

const PlaceMention* AnnouncedPlace::told() const {
  for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
    if (!reading_.is_any(t, {"tại", "ở", "in"})) continue;
    if (after_elsewhere(t)) continue;
    if (const PlaceMention* found = behind(t + 1)) return found;
  }
  return nullptr;
}

const PlaceMention* AnnouncedPlace::behind_day() const {
  for (std::size_t t = sentence_.first + 2; t < sentence_.last; ++t) {
    if (!reading_.is_any(t, {"tại", "ở"})) continue;
    const std::size_t before = reading_.is(t - 1, ",") ? t - 2 : t - 1;
    if (tokens_[before].kind != TokenKind::kNumber) continue;
    if (const PlaceMention* place = behind(t + 1)) return place;
  }
  return nullptr;
}

const PlaceMention* AnnouncedPlace::closing() const {
  for (std::size_t t = sentence_.first; t + 1 < sentence_.last; ++t) {
    if (!reading_.is_any(t, {"tại", "ở"})) continue;
    const PlaceMention* place = behind(t + 1);
    if (place == nullptr || place->kind != PlaceKind::kProvince) continue;
    const std::size_t end = place->match->last;
    if (!reading_.is(end, "vào") || reading_.match_at(end + 1, "parts_of_day") == nullptr) continue;
    return place;
  }
  return nullptr;
}

// "HÀ NỘI (TTXVN) - Ngày 5/12, …": one past the brackets, or `at`.
std::size_t AnnouncedPlace::after_agency(std::size_t at) const {
  constexpr std::size_t kLongestAgency = 6;  // tokens of "TTXVN, 5/12"
  if (!reading_.is(at, "(")) return at;
  for (std::size_t t = at + 1; t < sentence_.last && t - at <= kLongestAgency; ++t) {
    if (reading_.is(t, ")")) return t + 1;
  }
  return at;
}

const PlaceMention* AnnouncedPlace::dateline() const {
  const LexiconMatch* name = reading_.match_at(sentence_.first, "places");
  const std::size_t next = name == nullptr ? sentence_.first : after_agency(name->last);
  const PlaceMention* place = name == nullptr ? nullptr : at(sentence_.first);
  // "ĐÀ NẴNG - Chiều 10-1, …".
  const bool dashed = reading_.is(next, "-") &&
                      (reading_.match_at(next + 1, "parts_of_day") != nullptr || reading_.is(next + 1, "ngày"));
  return dashed || (reading_.is(next, ",") && reading_.is(next + 1, "ngày")) ? place : nullptr;
}

const PlaceMention* AnnouncedPlace::at(std::size_t token) const {
  const auto found = std::lower_bound(places_.begin(), places_.end(), token,
                                      [](const PlaceMention& name, std::size_t t) { return name.match->first < t; });
  if (found == places_.end() || found->match->first != token || found->name.empty()) return nullptr;
  return found->kind == PlaceKind::kCountry ? nullptr : &*found;
}

std::string AnnouncedPlace::host(const LexiconMatch& noun) const {
  const LexiconMatch* subject = reading_.match_before(noun.first, "places");
  const bool acts = subject != nullptr && subject->first > sentence_.first && at(subject->first) != nullptr;
  std::size_t held = acts ? noun.first : sentence_.first;
  while (!acts && held < sentence_.last && !is_hosting(held)) ++held;
  if (held == sentence_.last) return {};
  std::string found;
  std::string district;
  for (std::size_t t = sentence_.first; t < sentence_.last; ++t) {
    const PlaceMention* place = at(t);
    // "UBND huyện Sơn Dương phối hợp … tổ chức lễ khánh thành"
    if (place != nullptr && place->kind == PlaceKind::kDistrict && t < held && district.empty()) district = place->name;
    if (place == nullptr || place->kind != PlaceKind::kProvince) continue;
    if (found != place->name && (!found.empty() || t > held)) return {};
    found = place->name;
  }
  return found.empty() ? district : found;
}

std::string AnnouncedPlace::visited(std::size_t first) const {
  constexpr std::size_t kMostToPlace = 8;
  for (std::size_t t = first; t < sentence_.last && t - first < kMostToPlace; ++t) {
    const LexiconMatch* place = reading_.match_at(t, "places");
    if (place != nullptr && place->value("kind") != "country" && tokens_[t].capital)
      return std::string(place->value("name"));
  }
  return {};
}

// "các tổ chức", "5 tổ chức": the noun.
bool AnnouncedPlace::is_counted(std::size_t t) const {
  return t > 0 && (reading_.folded(t - 1) == "các" || tokens_[t - 1].kind == TokenKind::kNumber);
}

// The verb "tổ chức" (hold), not the noun ("các tổ chức").
bool AnnouncedPlace::is_hosting(std::size_t t) const {
  const LexiconMatch* word = reading_.match_at(t, "meeting_words");
  if (t == sentence_.first || word == nullptr || word->value("kind") != "held") return false;
  if (word->entry->form == "mở" || word->entry->form == "khai mạc") return true;
  return !is_counted(t) && word->entry->form.find("tổ chức") != std::string::npos;
}

// "hoạt động tại …": what the organisations do there.
bool AnnouncedPlace::after_elsewhere(std::size_t t) const {
  const LexiconMatch* before = reading_.match_before(t, "meeting_words");
  return before != nullptr && before->value("kind") == "elsewhere";
}

// A district ("tại Nha Trang") only where no province follows it ("tại Nha Trang, tỉnh Khánh Hòa").
const PlaceMention* AnnouncedPlace::behind(std::size_t first) const {
  const PlaceMention* district = nullptr;
  for (std::size_t t = first; t < sentence_.last && t - first < kLongestPlace; ++t) {
    const PlaceMention* place = is_namesake(t) ? nullptr : at(t);
    if (place != nullptr && place->kind == PlaceKind::kProvince) return place;
    if (place != nullptr && district == nullptr) district = place;
    const LexiconMatch* word = reading_.match_at(t, "meeting_words");
    if (word != nullptr && word->value("kind") != "delegate" && !is_counted(t)) break;
    if (reading_.match_at(t, "honorifics") != nullptr || reading_.folded(t) == ";") break;
    if (reading_.folded(t) == "," && (t - first < 2 || district != nullptr)) break;
  }
  return district;
}

}  // namespace trichluc
