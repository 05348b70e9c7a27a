#include "extractors/money/sums_sought.h"

#include <algorithm>

#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr TableKey kCues = "money_cues";

bool asks_for(const Reading& reading, std::size_t at) {
  return reading.is(at, "nghị") && at > 0 && reading.is(at - 1, "đề");
}

bool tells_need(const Reading& reading, std::size_t at) {
  // "Tiểu Cần" is a district.
  return (reading.is_any(at, {"cần", "xin"}) && !reading.tokens()[at].capital) || asks_for(reading, at);
}

// "kêu gọi", not "đã kêu gọi" and "kêu gọi được", which say that it was given.
bool calls_for(const Reading& reading, std::size_t at) {
  if (!reading.is(at, "gọi") || at == 0 || !reading.is(at - 1, "kêu")) return false;
  const bool done = at > 1 && reading.is_any(at - 2, {"đã", "được", "lời", "thư"});
  return !done && !reading.is(at + 1, "được");
}

// The verb of giving right before the sum; null: another word stands there.
const LexiconMatch* verb_before(const Reading& reading, const Sum& sum, std::size_t floor) {
  std::size_t end = sum.bound.first;
  while (end > floor && reading.is_any(end - 1, {"thêm", "được", "khẩn", "cấp"})) --end;
  for (const std::size_t at : {sum.bound.first, end}) {
    const LexiconMatch* cue = at > floor ? reading.match_before(at, kCues) : nullptr;
    if (cue == nullptr || cue->first < floor) continue;
    // "do nước ngoài tài trợ" closes with the verb.
    if (cue->value("verdict") == "abroad" && cue->last > cue->first + 2) cue = reading.match_at(cue->last - 2, kCues);
    // "đề nghị giữ nguyên cam kết 210 tỷ đồng": what is promised already is told.
    const bool gives = cue != nullptr && (is_aid(*cue) || cue->value("verdict") == "act");
    if (gives && cue->value("stage").empty()) return cue;
  }
  return nullptr;
}

// Who is called or asked to give stands between: no mark, no other deed that is told.
bool is_called_on(const Reading& reading, std::size_t verb, std::size_t floor) {
  constexpr std::size_t kLongestGiver = 14;
  for (std::size_t at = verb; at > floor && verb - at < kLongestGiver; --at) {
    if (calls_for(reading, at - 1) || asks_for(reading, at - 1)) return true;
    if (reading.tokens()[at - 1].kind != TokenKind::kWord || reading.is_any(at - 1, {"đã", "do", "được"})) return false;
  }
  return false;
}

// "cần huy động", "kêu gọi": the word right before the sum says so itself.
bool is_led_by_need(const Reading& reading, const Sum& sum, std::size_t floor) {
  constexpr std::size_t kFarthest = 5;
  for (std::size_t end = sum.bound.first; end > floor && sum.bound.first - end < kFarthest; --end) {
    if (reading.tokens()[end - 1].kind != TokenKind::kWord) return false;
    const LexiconMatch* cue = reading.match_before(end, kCues);
    if (cue == nullptr || cue->first < floor) continue;
    return cue->value("verdict") == "no" && (reading.is(cue->first, "cần") || calls_for(reading, cue->first + 1));
  }
  return false;
}

// "Trong số 48 triệu USD, cần huy động 41 triệu USD": the whole of what is needed.
bool is_whole_of_need(const Reading& reading, const Sum& sum, std::size_t floor) {
  constexpr std::size_t kFarthest = 8;
  std::size_t at = sum.bound.first;
  if (at < floor + 2 || !reading.is(at - 1, "số") || !reading.is_any(at - 2, {"trong", "tổng"})) return false;
  const std::size_t end = std::min(sum.last + kFarthest, reading.sentence_of(sum.first).last);
  for (at = sum.last; at < end && reading.quantity_at(at) == nullptr; ++at) {
    if (reading.is(at, "cần")) return true;
  }
  return false;
}

// "riêng nhà nội trú cần 23 điểm trường, kinh phí 148 tỷ đồng": the cost of what is needed.
bool is_cost_of_needed(const Reading& reading, const Sum& sum, std::size_t floor) {
  constexpr std::size_t kLongestNoun = 5;
  std::size_t at = sum.bound.first;
  while (at > floor && reading.is_any(at - 1, {"kinh", "phí", "vốn", "với", "tổng", "trị", "giá", "là"})) --at;
  if (at == sum.bound.first || at == floor || !reading.is(at - 1, ",")) return false;
  const std::size_t comma = at - 1;
  for (at = comma; at > floor + 1 && comma - at < kLongestNoun; --at) {
    if (reading.quantity_at(at - 1) == nullptr) continue;
    return reading.is(at - 2, "cần") && !reading.tokens()[at - 2].capital;
  }
  return false;
}

// "các suất học bổng", "những mức hỗ trợ": several kinds; a counted parcel is a gift.
bool names_kinds(const Reading& reading, std::size_t at) {
  return at > 0 && reading.is_any(at, {"suất", "mức"}) && reading.is_any(at - 1, {"các", "những"});
}

}  // namespace

bool is_sought(const Reading& reading, const Sum& sum) {
  const std::size_t floor = reading.sentence_of(sum.first).first;
  if (is_whole_of_need(reading, sum, floor) || is_cost_of_needed(reading, sum, floor)) return true;
  const LexiconMatch* verb = verb_before(reading, sum, floor);
  if (verb == nullptr) return false;
  std::size_t at = verb->first;
  while (at > floor && reading.is_any(at - 1, {"được", "tiếp", "tục"})) --at;
  return (at > floor && tells_need(reading, at - 1)) || is_called_on(reading, at, floor);
}

bool is_part_of_sought(const Reading& reading, const std::vector<Sum>& sums, std::size_t index) {
  const Sentence& sentence = reading.sentence_of(sums[index].first);
  std::size_t first = index;  // of its sentence
  while (first > 0 && sums[first - 1].first >= sentence.first) --first;
  const bool opens = reading.match_at(sentence.first, "part_words") != nullptr;
  if (!opens || first == 0) return false;
  const Sum& whole = sums[first - 1];
  if (!is_sought(reading, whole) && !is_led_by_need(reading, whole, reading.sentence_of(whole.first).first))
    return false;
  for (std::size_t at = index > first ? sums[index - 1].last : sentence.first; at < sums[index].first; ++at) {
    if (reading.is(at, "đã")) return false;
  }
  return true;
}

bool is_worth_of_kind(const Reading& reading, const Sum& sum) {
  const std::size_t floor = reading.sentence_of(sum.first).first;
  bool listed = false;
  for (std::size_t at = sum.bound.first; at > floor; --at) {
    listed = listed || reading.is(at - 1, ":") || (reading.is(at - 1, "nhau") && at > 1 && reading.is(at - 2, "khác"));
    if (reading.is(at - 1, "tổng")) return false;
    if (names_kinds(reading, at - 1)) return listed;
  }
  return false;
}

}  // namespace trichluc
