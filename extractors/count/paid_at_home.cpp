#include "extractors/count/paid_at_home.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr TableKey kCues = "money_cues";

bool tells_of_donor(const Reading& reading, const Sentence& sentence) {
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kCues);
    if (cue != nullptr && (cue->value("verdict") == "aid" || cue->value("verdict") == "abroad")) return true;
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    if (noun != nullptr && noun->value("of") == "ngo") return true;
  }
  return false;
}

bool is_home_money(const LexiconMatch* cue) {
  return cue != nullptr && (cue->value("verdict") == "state" || cue->value("verdict") == "laid_out");
}

// "đầu tư 12 dự án", "ngân sách tỉnh bố trí cho 12 dự án"
bool is_told_before(const Reading& reading, std::size_t count, std::size_t floor) {
  constexpr std::size_t kFarthest = 6;
  for (std::size_t at = count; at > floor && count - at < kFarthest; --at) {
    if (reading.tokens()[at - 1].kind != TokenKind::kWord) return false;
    if (is_home_money(reading.match_before(at, kCues))) return true;
  }
  return false;
}

// "12 dự án hoàn thành, đưa vào sử dụng bằng vốn ngân sách", "12 dự án thuộc Chương trình mục tiêu quốc gia"
bool is_told_behind(const Reading& reading, std::size_t from, std::size_t end) {
  constexpr std::size_t kFarthest = 10;
  for (std::size_t at = from; at < std::min(from + kFarthest, end); ++at) {
    if (reading.quantity_at(at) != nullptr) return false;
    if (!reading.is_any(at, {"bằng", "từ", "thuộc"})) continue;
    std::size_t fund = at + 1;
    if (reading.is(fund, "nguồn")) ++fund;
    if (is_home_money(reading.match_at(fund, kCues)) || is_home_money(reading.match_at(fund + 1, kCues))) return true;
  }
  return false;
}

}  // namespace

bool is_paid_at_home(const Reading& reading, std::size_t count, const LexiconMatch& head) {
  if (head.value("need") != "aid" || head.value("of") != "project") return false;
  const Sentence& sentence = reading.sentence_of(count);
  const bool home = is_told_before(reading, count, sentence.first) || is_told_behind(reading, head.last, sentence.last);
  return home && !tells_of_donor(reading, sentence);
}

}  // namespace trichluc
