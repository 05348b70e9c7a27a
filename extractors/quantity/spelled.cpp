#include "extractors/quantity/spelled.h"

#include <cstdint>
#include <string>

namespace trichluc {
namespace {

std::string_view part_of(const LexiconMatch* word) {
  return word == nullptr ? std::string_view{} : word->value("part");
}

int value_of(const LexiconMatch* word) {
  return std::stoi(std::string(word->value("value")));
}

// Up to 999: [digit trăm] [linh digit | digit mươi [digit] | mười [digit] | digit].
struct BelowThousand {
  const MatchAt& words;
  std::size_t at;
  int value = 0;

  bool part(std::string_view wanted, std::size_t ahead = 0) const {
    return at + ahead < words.size() && part_of(words[at + ahead]) == wanted;
  }
  // After "mười" and "mươi" five is "lăm" or "nhăm": "mười năm" is ten years.
  bool unit_follows() const { return part("digit") && words[at]->entry->form != "năm" && value_of(words[at]) != 0; }
  int take() { return value_of(words[at++]); }

  bool read() {
    const std::size_t begin = at;
    if (part("digit") && part("hundred", 1)) {
      value = take() * 100;
      ++at;
      if (part("link") && part("digit", 1)) {
        ++at;
        value += take();
        return true;
      }
    }
    if (part("ten")) {
      value += take();
      if (unit_follows()) value += take();
    } else if (part("digit") && part("tens", 1)) {
      value += take() * 10;
      ++at;
      if (unit_follows()) value += take();
    } else if (part("digit") && at == begin) {
      value += take();
    }
    return at > begin;
  }
};

std::optional<int> power_at(const MatchAt& scales, std::size_t at) {
  if (at >= scales.size() || scales[at] == nullptr) return std::nullopt;
  const int power = std::stoi(std::string(scales[at]->value("power")));
  return power >= 3 ? std::optional<int>(power) : std::nullopt;
}

}  // namespace

std::optional<SpelledNumber> read_spelled(const MatchAt& words, const MatchAt& scales, std::size_t first) {
  std::size_t at = first;
  Decimal total;
  int last_power = 100;
  const LexiconMatch* scale = nullptr;
  while (at < words.size()) {
    BelowThousand part{words, at};
    if (!part.read()) break;
    const auto power = power_at(scales, part.at);
    if (power && *power >= last_power) break;
    const auto scaled = times_power_of_ten({part.value, 0}, power.value_or(0));
    const auto sum = scaled ? add(total, *scaled) : std::nullopt;
    if (!sum) break;
    total = *sum;
    scale = power ? scales[part.at] : nullptr;
    at = part.at + (power ? scales[part.at]->last - scales[part.at]->first : 0);
    if (!power) break;
    last_power = *power;
  }
  if (at == first) return std::nullopt;
  return SpelledNumber{at, total, scale, at == first + 1};
}

}  // namespace trichluc
