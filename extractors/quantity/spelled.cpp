#include "extractors/quantity/spelled.h"

#include <algorithm>
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
  const MatchAt& scales;
  std::size_t at;
  int value = 0;

  bool part(std::string_view wanted, std::size_t ahead = 0) const {
    return at + ahead < words.size() && part_of(words[at + ahead]) == wanted;
  }
  bool is(std::string_view form, std::size_t ahead = 0) const {
    return at + ahead < words.size() && words[at + ahead] != nullptr && words[at + ahead]->entry->form == form;
  }
  // After "mười" and "mươi" five is "lăm" or "nhăm": "mười năm" is ten years.
  bool unit_follows() const { return part("unit") || (part("digit") && !is("năm") && value_of(words[at]) != 0); }
  // "tư" is four only behind tens.
  bool leads() const { return part("digit") && !is("tư"); }
  int take() { return value_of(words[at++]); }

  // "hai trăm linh năm", "một trăm rưỡi", "một trăm hai" (120).
  bool read_after_hundred() {
    if (part("link") && part("digit", 1)) {
      ++at;
      value += take();
      return true;
    }
    if (part("half")) {
      value += take() * 10;
      return true;
    }
    if (!ends_with_digit(words, scales, at)) return false;
    value += take() * 10;
    return true;
  }

  bool read() {
    const std::size_t begin = at;
    if (leads() && part("hundred", 1)) {
      value = take() * 100;
      ++at;
      if (read_after_hundred()) return true;
    }
    if (part("ten")) {
      value += take();
      if (unit_follows()) value += take();
    } else if (leads() && part("tens", 1)) {
      value += take() * 10;
      ++at;
      if (unit_follows()) value += take();
    } else if (part("digit") && part("unit", 1) && !is("năm")) {
      // "hai mốt", "ba lăm": the word for ten left out; "năm mốt" may be a year.
      value += take() * 10;
      value += take();
    } else if (part("digit") && at == begin) {
      value += take();
    }
    return at > begin;
  }

  // Does a number end with the digit at `at`, which then counts the next lower unit ("một nghìn tám": 1,800)? "năm" is
  // a year, "tư" half of "tư vấn", "một" an article, and with a unit of its own the digit begins a number.
  static bool ends_with_digit(const MatchAt& words, const MatchAt& scales, std::size_t at) {
    if (at >= words.size() || part_of(words[at]) != "digit") return false;
    const std::string& form = words[at]->entry->form;
    if (form == "năm" || form == "tư" || value_of(words[at]) < 2) return false;
    const bool goes_on = at + 1 < words.size() && (!part_of(words[at + 1]).empty() || scales[at + 1] != nullptr);
    return !goes_on;
  }
};

std::optional<int> power_at(const MatchAt& scales, std::size_t at) {
  if (at >= scales.size() || scales[at] == nullptr) return std::nullopt;
  const int power = std::stoi(std::string(scales[at]->value("power")));
  return power >= 3 ? std::optional<int>(power) : std::nullopt;
}

constexpr int kBillion = 9;  // "tỷ": what stands before it is a number of its own ("một nghìn hai trăm tỷ")

// The number from left to right: a chain of falling scales up to "tỷ", and one below it.
class SpelledReader {
 public:
  SpelledReader(const MatchAt& words, const MatchAt& scales, std::size_t first)
      : words_(words), scales_(scales), first_(first), at_(first) {}

  std::optional<SpelledNumber> read() {
    while (at_ < words_.size() && read_part()) continue;
    const auto value = add(billions_, below_);
    if (at_ == first_ || !value) return std::nullopt;
    return SpelledNumber{at_, *value, scale_, at_ == first_ + 1};
  }

 private:
  // Reads a part with its scale word; false where the number ends.
  bool read_part() {
    const bool after_scale = scale_ != nullptr;
    // "một triệu lẻ năm": a link right behind a scale.
    const bool linked =
        after_scale && part_of(words_[at_]) == "link" && at_ + 1 < words_.size() && part_of(words_[at_ + 1]) == "digit";
    if (after_scale && !linked && BelowThousand::ends_with_digit(words_, scales_, at_)) return read_lower_unit();
    BelowThousand part{words_, scales_, at_ + (linked ? 1 : 0)};
    const std::size_t begin = part.at;
    if (!part.read()) return false;
    const auto power = power_at(scales_, part.at);
    if (!power) {
      // "năm triệu hai năm một lần": a bare digit is no rest of a number.
      if (after_scale && !linked && part.at == begin + 1 && part_of(words_[begin]) == "digit") return false;
      scale_ = nullptr;
      if (add_below(part.value, 0)) at_ = part.at;
      return false;
    }
    return *power >= kBillion ? read_billions(part, *power) : read_thousands(part, *power);
  }

  bool read_thousands(const BelowThousand& part, int power) {
    if (power >= last_power_ || !add_below(part.value, power)) return false;
    take_scale(part.at);
    last_power_ = power;
    // "một triệu tỷ"
    const auto next = power_at(scales_, at_);
    if (next && *next == kBillion && !has_billions_ && make_billions()) take_scale(at_);
    return true;
  }

  bool read_billions(const BelowThousand& part, int power) {
    const int inner = power - kBillion;  // of "nghìn tỷ"
    if (has_billions_ || inner >= last_power_ || !add_below(part.value, inner) || !make_billions()) return false;
    take_scale(part.at);
    return true;
  }

  // "một nghìn tám", "hai triệu tư": tenths of the scale before.
  bool read_lower_unit() {
    const int power = std::stoi(std::string(scale_->value("power"))) - 1;
    const auto rest = times_power_of_ten({value_of(words_[at_]), 0}, power);
    const auto sum = rest ? add(below_, *rest) : std::nullopt;
    if (sum) {
      below_ = *sum;
      scale_ = nullptr;
      ++at_;
    }
    return false;
  }

  bool add_below(int value, int power) {
    const auto scaled = times_power_of_ten({value, 0}, power);
    const auto sum = scaled ? add(below_, *scaled) : std::nullopt;
    if (sum) below_ = *sum;
    return sum.has_value();
  }

  bool make_billions() {
    const auto scaled = times_power_of_ten(below_, kBillion);
    if (!scaled) return false;
    billions_ = *scaled;
    below_ = {};
    has_billions_ = true;
    last_power_ = kBillion;
    return true;
  }

  void take_scale(std::size_t at) {
    scale_ = scales_[at];
    at_ = scale_->last;
  }

  const MatchAt& words_;
  const MatchAt& scales_;
  std::size_t first_;
  std::size_t at_;
  Decimal billions_;
  Decimal below_;
  bool has_billions_ = false;
  int last_power_ = 100;
  const LexiconMatch* scale_ = nullptr;  // the last scale word, while nothing follows it
};

}  // namespace

const LexiconMatch* MatchAt::find(std::size_t token) const {
  return *std::lower_bound(matches_.begin(), matches_.end(), token,
                           [](const LexiconMatch* match, std::size_t at) { return match->first < at; });
}

std::optional<SpelledNumber> read_spelled(const MatchAt& words, const MatchAt& scales, std::size_t first) {
  return SpelledReader(words, scales, first).read();
}

}  // namespace trichluc
