#include "extractors/money/sums_for_abroad.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/countries.h"
#include "extractors/money/sums_elsewhere.h"

namespace trichluc {
namespace {

constexpr TableKey kCues = "money_cues";

bool opens_stretch(const Reading& reading, std::size_t at) {
  return at == reading.sentence_of(at).first || reading.is_any(at - 1, {",", ";", "và", ":"});
}

// Behind another country that takes: "Campuchia sẽ nhận 2 triệu USD, Lào gần 2 triệu USD".
bool is_in_row_of_countries(const Reading& reading, const LexiconMatch& country) {
  const std::size_t sentence = reading.sentence_of(country.first).first;
  for (std::size_t at = country.first; at > sentence; --at) {
    const LexiconMatch* other = reading.match_at(at - 1, "organizations");
    const bool takes = reading.is(at - 1, "nhận") && reading.quantity_at(at) == nullptr;
    if (other != nullptr && other->value("kind") == "country" && opens_stretch(reading, other->first)) {
      for (std::size_t verb = other->last; verb < std::min(other->last + 4, country.first); ++verb) {
        if (reading.is(verb, "nhận")) return true;
      }
    }
    if (takes && other == nullptr && reading.match_before(at - 1, "places") != nullptr) return false;
  }
  return false;
}

// "Campuchia cũng sẽ nhận được 2 triệu USD, Indonesia 2,3 triệu USD": aid, but to another country.
bool goes_to_other_country(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 8;
  const std::size_t sentence = reading.sentence_of(sum.first).first;
  bool takes = false;
  bool beside = true;
  for (std::size_t at = sum.bound.first; at > sentence && sum.bound.first - at < kFarthest; --at) {
    if (const LexiconMatch* country = country_before(reading, at))
      return (takes || (beside && is_in_row_of_countries(reading, *country))) && opens_stretch(reading, country->first);
    if (!reading.is_any(at - 1, {"cũng", "sẽ", "đã", "được", "nhận"})) return false;
    takes = takes || reading.is(at - 1, "nhận");
    beside = false;
  }
  return false;
}

// "3 triệu USD viện trợ nhân đạo cho Philippines", "5 triệu USD cho Lào": the country right behind the sum, and not
// this one beside it.
bool is_for_country_behind(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kNear = 8;
  const std::size_t end = reading.sentence_of(sum.first).last;
  std::size_t at = sum.last;
  while (at < end && reading.is_any(at, {"viện", "trợ", "nhân", "đạo", "khẩn", "cấp", "hỗ", "cứu"})) ++at;
  if (!reading.is_any(at, {"cho", "giúp"}) || at + 1 >= end) return false;
  const LexiconMatch* country = country_at(reading, at + 1);
  if (country == nullptr) return false;
  const bool longer = country->last < end && reading.tokens()[country->last].capital;  // "cho Anh Sơn", "cho Mỹ Đức"
  if (longer || reading.match_at(at + 1, "places") != nullptr || reading.match_at(at + 1, "districts") != nullptr)
    return false;
  for (std::size_t next = country->last; next < std::min(country->last + kNear, end); ++next) {
    if (reading.is_any(next, {",", ";", "."}) && !reading.tokens()[next + 1].capital) return true;
    if (reading.quantity_at(next) != nullptr) return true;
    // "…, Việt Nam cũng nhận 1 triệu AUD" tells of another sum.
    if (const LexiconMatch* home = reading.match_at(next, "places"))
      return reading.is_any(home->last, {"nhận", "cũng", "được", "đã", "sẽ", "thì"});
  }
  return true;
}

// "trị giá 0,5 triệu USD để chia sẻ với Chính phủ và nhân dân Trung Quốc", "hàng hóa 100.000 USD giúp nhân dân Nepal":
// whom it goes to is told behind the sum.
bool is_meant_for_other_country(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  for (std::size_t at = sum.last; at + 1 < sentence.last; ++at) {
    const bool shares = reading.is(at, "với") && reading.is(at - 1, "sẻ");
    const bool helps = reading.is(at, "trợ") && reading.is(at - 1, "hỗ");
    if (!shares && !helps && !reading.is_any(at, {"cho", "giúp"})) continue;
    std::size_t next = at + 1;
    while (reading.is_any(next, {"chính", "nhân", "phủ", "dân", "và", "nước", "tỉnh"})) ++next;
    const LexiconMatch* country = country_at(reading, next);
    if (country == nullptr) continue;
    const bool ends = country->last == sentence.last || reading.is(country->last, ".");
    const bool people = next > at + 1 || ends;
    if (people && reading.match_at(next, "places") == nullptr) return true;
  }
  return false;
}

// "các nước đang phát triển", "hơn 140 quốc gia", "các nước nghèo nhất", "toàn thế giới": many countries.
bool names_many_countries(const Reading& reading, std::size_t at) {
  const bool all = reading.is_any(at, {"toàn", "khắp", "cả"});
  if (all) ++at;
  // "Bánh mì cho thế giới" is a giver's name.
  if (reading.is(at, "thế") && reading.is(at + 1, "giới")) return all || (at > 0 && reading.is(at - 1, "trên"));
  if (const LexiconMatch* bound = reading.match_at(at, "qualifiers")) at = bound->last;
  if (const Quantity* number = reading.quantity_at(at))
    return (reading.is(number->last, "quốc") && reading.is(number->last + 1, "gia")) ||
           reading.is(number->last, "nước");
  if (!reading.is_any(at, {"các", "những", "nhiều"})) return false;
  if (reading.is(at + 1, "quốc") && reading.is(at + 2, "gia")) return true;
  return reading.is(at + 1, "nước") &&
         reading.is_any(at + 2, {"đang", "nghèo", "kém", "chậm", "trên", "trong", "châu"});
}

// "viện trợ cho các nước đang phát triển 4,2 tỷ USD", "15 tỷ USD cho hơn 140 quốc gia", "274 triệu USD viện trợ khẩn
// cấp, giúp các quốc gia có nhu cầu": no sum of this country.
bool goes_to_many_countries(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestBehind = 20;
  constexpr std::size_t kFarthestBefore = 10;
  static constexpr std::string_view kLeading[] = {"cho", "trên", "giúp", "tới", "đến", "trợ"};
  const Sentence& sentence = reading.sentence_of(sum.first);
  for (std::size_t at = sum.last; at < std::min(sum.last + kFarthestBehind, sentence.last); ++at) {
    const bool parts =
        reading.is(at, ",") && !reading.is_any(at + 1, {"được", "giúp", "dành", "nhằm", "chuyên", "để", "hỗ"});
    if (parts || reading.is_any(at, {";", "("})) break;
    if (reading.is_any(at, kLeading) && names_many_countries(reading, at + 1)) return true;
    if (reading.quantity_at(at) != nullptr || reading.match_at(at, "places") != nullptr) break;
  }
  for (std::size_t at = sum.bound.first; at > sentence.first && sum.bound.first - at < kFarthestBefore; --at) {
    if (reading.is_any(at - 1, {",", ";", ")"}) || reading.match_at(at - 1, "places") != nullptr) return false;
    if (reading.is(at - 1, "cho")) return names_many_countries(reading, at);
  }
  return false;
}

// Does the sentence name the country or a part of it?
bool names_home(const Reading& reading, const Sentence& sentence) {
  return first_match_in(reading, sentence.first, sentence.last, "places") != nullptr ||
         first_match_in(reading, sentence.first, sentence.last, "districts") != nullptr;
}

// "Trong hơn 20 năm, Quỹ đã tài trợ hơn 55 tỷ USD, cứu sống … ở các quốc gia được tài trợ": the sentence tells further
// on that it is of many countries, and names nothing at home.
bool tells_many_countries_later(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  if (names_home(reading, sentence)) return false;
  for (std::size_t at = sum.last; at + 1 < sentence.last; ++at) {
    if (reading.is_any(at, {"ở", "tại"}) && names_many_countries(reading, at + 1)) return true;
  }
  return false;
}

// "bao gồm gần 100 triệu USD … và 110 triệu USD … được cung cấp cho 64 quốc gia": told in one breath with such a sum.
bool is_beside_sum_for_many(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  const std::size_t own = reading.tokens()[sums[index].first].sentence;
  const auto in_sentence = [&](std::size_t i) { return reading.tokens()[sums[i].first].sentence == own; };
  bool beside = false;
  for (std::size_t i = index; i > 0 && in_sentence(i - 1) && !beside; --i)
    beside = goes_to_many_countries(reading, sums[i - 1]);
  for (std::size_t i = index + 1; i < sums.size() && in_sentence(i) && !beside; ++i)
    beside = goes_to_many_countries(reading, sums[i]);
  return beside && !names_home(reading, reading.sentences()[own]);
}

// "Cao ủy Liên hợp quốc về người tị nạn (UNHCR) sẽ nhận được 64 triệu USD": who takes it is a body abroad.
bool is_taken_abroad(const Reading& reading, const Sum& sum) {
  std::size_t at = sum.bound.first;
  while (at > 0 && reading.is_any(at - 1, {"được", "thêm"})) --at;
  if (at == 0 || !reading.is(at - 1, "nhận")) return false;
  --at;
  while (at > 0 && reading.is_any(at - 1, {"sẽ", "đã", "cũng"})) --at;
  if (at > 0 && reading.is(at - 1, ")")) --at;
  const LexiconMatch* body = reading.match_before(at, kCues);
  const bool abroad = body != nullptr && body->value("verdict") == "abroad";
  return abroad && !names_home(reading, reading.sentence_of(sum.first));
}

// "Gói cứu trợ 900 tỷ USD được Quốc hội Mỹ thông qua": what a parliament abroad decides for its own country.
bool is_decided_abroad(const Reading& reading, const Sum& sum) {
  const Sentence& sentence = reading.sentence_of(sum.first);
  bool parliament = false;
  bool passed = false;
  for (std::size_t at = sentence.first; at + 1 < sentence.last; ++at) {
    const bool house = (reading.is(at, "quốc") && reading.is(at + 1, "hội")) ||
                       (reading.is_any(at, {"hạ", "thượng", "nghị"}) && reading.is(at + 1, "viện"));
    parliament = parliament || (house && country_at(reading, at + 2) != nullptr);
    passed = passed || (reading.is(at, "thông") && reading.is(at + 1, "qua")) ||
             (reading.is(at, "phê") && reading.is(at + 1, "chuẩn"));
  }
  return parliament && passed && !names_home(reading, sentence);
}

}  // namespace

bool tells_of_world(const Reading& reading) {
  const auto names = [&](TableKey table) {
    const auto& found = reading.matches_of(table);
    return std::any_of(found.begin(), found.end(),
                       [&](std::uint32_t m) { return reading.tokens()[reading.matches()[m].first].capital; });
  };
  if (names("places") || names("districts") || names("regions")) return false;
  if (names_receiver_elsewhere(reading)) return true;
  const auto& tokens = reading.tokens();
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const bool globe = reading.is(at, "toàn") && reading.is(at + 1, "cầu") && !tokens[at].capital;
    const bool world = reading.is_any(at, {"thế", "the"}) && reading.is(at + 1, "giới") && at > 0 &&
                       reading.is_any(at - 1, {"trên", "cả", "toàn"});
    const bool continent = reading.is(at, "châu") && reading.is(at + 1, "phi");  // "Quỹ Châu Á" is a giver
    if (globe || world || continent) return true;
  }
  return false;
}

std::string_view why_for_abroad(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  const Sum& sum = sums[index];
  if (goes_to_other_country(reading, sum) || is_for_country_behind(reading, sum) ||
      is_meant_for_other_country(reading, sum) || goes_elsewhere(reading, sum))
    return "aid to another country";
  if (goes_to_many_countries(reading, sum) || tells_many_countries_later(reading, sum) ||
      is_beside_sum_for_many(reading, sums, index))
    return "aid to many countries";
  if (is_decided_abroad(reading, sum)) return "decided by a parliament abroad for its own country";
  return is_taken_abroad(reading, sum) ? "taken by a body abroad" : std::string_view{};
}

}  // namespace trichluc
