#include "extractors/official/larger_units.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "extractors/official/body_name.h"
#include "extractors/official/name.h"

namespace trichluc {
namespace {

// A level has the ones above it behind it, never another of its own.
enum class Level { kNone, kVillage, kCommune, kDistrict, kProvince, kState };

struct Unit {
  Level level = Level::kNone;
  std::size_t last = 0;  // one past its name
};

Level level_of(const LexiconMatch& word) {
  const std::string_view kind = word.value("kind");
  static constexpr std::string_view kVillages[] = {"thôn", "bản", "ấp", "buôn", "khu phố"};
  const bool village = std::find(std::begin(kVillages), std::end(kVillages), word.entry->form) != std::end(kVillages);
  if (kind == "unit") return village ? Level::kVillage : Level::kCommune;
  if (kind == "district_unit" || kind == "district_committee") return Level::kDistrict;
  return kind == "listed_unit" ? Level::kProvince : Level::kNone;
}

// "huyện Mai Châu", "TP.HCM", "Nghệ An", "Lào": a unit with its name, a province without the word, or a state.
Unit unit_at(const Reading& reading, std::size_t at) {
  constexpr std::size_t kMostWords = 3;
  const auto& tokens = reading.tokens();
  if (at >= tokens.size()) return {};
  if (const std::size_t end = after_short_district(reading, at); end > at)
    return {reading.is(at, "p") ? Level::kCommune : Level::kDistrict, end};
  if (tokens[at].capital && country_end(reading, at) > at) return {Level::kState, country_end(reading, at)};
  const LexiconMatch* place = reading.match_at(at, "places");
  const bool province = place != nullptr && tokens[at].capital && place->value("kind") != "country";
  if (province) return {Level::kProvince, place->last};
  const LexiconMatch* word = reading.match_at(at, "organizations");
  if (word == nullptr || word->last >= tokens.size() || !tokens[word->last].capital) return {};
  if (tokens[word->last].paragraph != tokens[at].paragraph) return {};
  const Level level = level_of(*word);
  if (level < Level::kCommune) return {};
  const LexiconMatch* city = reading.match_at(word->last, "places");
  if (city != nullptr) return {Level::kProvince, city->last};
  const LexiconMatch* district = reading.match_at(word->last, "districts");
  if (district != nullptr) return {Level::kDistrict, district->last};
  const std::size_t end = capitals_end(reading, word->last);
  return end - word->last <= kMostWords ? Unit{level, end} : Unit{};
}

// The unit that tokens [first, last) end with, number or name included.
Level level_at_end(const Reading& reading, std::size_t first, std::size_t last) {
  constexpr std::size_t kMostWords = 4;  // of the name
  const auto& tokens = reading.tokens();
  for (std::size_t t = last; t > first && last - t < kMostWords + 2; --t) {
    if (after_short_district(reading, t - 1) == last)
      return reading.is(t - 1, "p") ? Level::kCommune : Level::kDistrict;
    const LexiconMatch* word = reading.match_at(t - 1, "organizations");
    if (word == nullptr || word->last >= last) continue;
    const Level level = level_of(*word);
    if (level == Level::kNone) continue;
    const bool named = tokens[word->last].capital || tokens[word->last].kind == TokenKind::kNumber;
    return named ? level : Level::kNone;
  }
  return Level::kNone;
}

}  // namespace

std::size_t past_larger_units(const Reading& reading, std::size_t first, std::size_t last) {
  Level level = level_at_end(reading, first, last);
  while (level != Level::kNone && reading.is(last, ",")) {
    if (last + 1 >= reading.tokens().size()) break;
    if (reading.tokens()[last + 1].paragraph != reading.tokens()[last].paragraph) break;
    const Unit unit = unit_at(reading, last + 1);
    if (unit.level <= level) break;
    level = unit.level;
    last = unit.last;
  }
  return last;
}

std::size_t past_units_in_brackets(const Reading& reading, std::size_t first, std::size_t open) {
  const Level level = level_at_end(reading, first, open);
  if (level == Level::kNone || !reading.is(open, "(")) return open;
  const Unit unit = unit_at(reading, open + 1);
  if (unit.level <= level) return open;
  std::size_t close = unit.last;
  if (reading.is(close, ",") && unit.level < Level::kProvince) {
    const Unit larger = unit_at(reading, close + 1);
    if (larger.level > unit.level) close = larger.last;
  }
  return reading.is(close, ")") ? close + 1 : open;
}

}  // namespace trichluc
