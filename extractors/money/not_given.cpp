#include "extractors/money/not_given.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr std::string_view kCues = "money_cues";

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

// Between what was lost and its worth stand its name and whose gift it was, no other deed.
bool passes_over(const Reading& reading, std::size_t at) {
  if (reading.is(at, ",")) return reading.is_any(at + 1, {"trị", "ước", "tổng", "với", "giá"});
  if (reading.is_any(at, {";", ".", ":"}) || reading.match_at(at, "currencies") != nullptr) return false;
  const LexiconMatch* cue = reading.match_at(at, kCues);
  const std::string_view verdict = cue != nullptr ? cue->value("verdict") : std::string_view{};
  return verdict != "weak" && verdict != "takes" && verdict != "act";
}

// "để hư 3 tấn sữa bột viện trợ, trị giá 11 triệu đồng"
bool is_worth_of_lost(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthest = 16;
  const std::size_t sentence = reading.sentence_of(sum.first).first;
  for (std::size_t at = sum.first; at > sentence && sum.first - at < kFarthest; --at) {
    const LexiconMatch* cue = reading.match_at(at - 1, kCues);
    if (cue != nullptr && cue->value("verdict") == "lost") return true;
    if (!passes_over(reading, at - 1)) return false;
  }
  return false;
}

// "… gửi 5.000 USD xây nhà văn hóa thôn có phải viện trợ không?": whether it is aid is what is asked.
bool is_asked_about(const Reading& reading, const Sum& sum) {
  constexpr std::size_t kFarthestAid = 5;
  const Sentence& sentence = reading.sentence_of(sum.first);
  if (sentence.last < sum.last + 4 || !reading.is(sentence.last - 1, "?")) return false;
  for (std::size_t at = sum.last; at + 1 < sentence.last; ++at) {
    if (!reading.is(at, "có") || !reading.is_any(at + 1, {"phải", "được", "tính", "là", "coi"})) continue;
    for (std::size_t next = at + 1; next < std::min(at + kFarthestAid, sentence.last); ++next) {
      const LexiconMatch* cue = reading.match_at(next, kCues);
      if (cue != nullptr && cue->value("verdict") == "aid") return true;
    }
  }
  return false;
}

}  // namespace

bool is_rate_of_exchange(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  if (follows_rate_word(reading, sums[index])) return true;
  if (index + 1 < sums.size() && is_linked(reading, sums[index], sums[index + 1])) return true;
  return index > 0 && is_linked(reading, sums[index - 1], sums[index]);
}

std::string_view why_not_given(const Reading& reading, const Sum& sum) {
  if (is_worth_of_lost(reading, sum)) return "what was lost, not a sum given";
  if (is_asked_about(reading, sum)) return "asked whether it is aid, not told";
  return {};
}

}  // namespace trichluc
