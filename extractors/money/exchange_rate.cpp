#include "extractors/money/exchange_rate.h"

namespace trichluc {
namespace {

bool is_one(const Sum& sum) {
  const auto amount = sum.amount ? sum.amount->to_integer() : std::nullopt;
  return amount && *amount == 1;
}

// "1 USD = 23.000 đồng", "1 Euro tương đương 28.000 đồng".
bool is_linked(const Reading& reading, const Sum& one, const Sum& other) {
  constexpr std::size_t kLongestLink = 3;
  if (!is_one(one) || one.currency == other.currency || other.first <= one.last) return false;
  if (other.first - one.last > kLongestLink) return false;
  return reading.is_any(one.last, {"=", "≈", "~", "bằng", "ăn", "đổi", "tương", "là"});
}

// "theo tỷ giá 23.000 đồng"
bool follows_rate_word(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestWord = 5;
  const std::size_t sentence = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.first; at > sentence + 1 && sum.first - at < kFarthestWord; --at) {
    if (at < sum.first && reading.match_at(at, "currencies") != nullptr && !reading.is(at + 1, "=")) return false;
    if (reading.is(at - 1, "giá") && reading.is_any(at - 2, {"tỷ", "tỉ"})) return true;
  }
  return false;
}

}  // namespace

bool is_rate_of_exchange(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  if (follows_rate_word(reading, sums[index])) return true;
  if (index + 1 < sums.size() && is_linked(reading, sums[index], sums[index + 1])) return true;
  return index > 0 && is_linked(reading, sums[index - 1], sums[index]);
}

}  // namespace trichluc
