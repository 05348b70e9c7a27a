#include "extractors/money/ranked.h"

#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr std::size_t kFarthest = 18;  // tokens between the word of the order and the sum

// "dẫn đầu", "đứng thứ hai", "nhận nhiều nhất", "thụ hưởng nhiều nhất"
bool is_order(const Reading& reading, std::size_t at) {
  if (reading.is_any(at, {"dẫn", "đứng"}) && reading.is(at + 1, "đầu")) return true;
  if (reading.is(at, "đứng") && reading.is_any(at + 1, {"thứ", "nhất", "nhì"})) return true;
  return reading.is_any(at, {"nhận", "hưởng", "được", "phân", "đầu"}) && reading.is(at + 1, "nhiều") &&
         reading.is(at + 2, "nhất");
}

// "thu hút FDI", "xuất khẩu": the order is one of something else.
bool tells_other(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if (cue != nullptr && is_no_aid(*cue)) return true;
    if (reading.is_any(at, {"thu", "xuất", "nhập", "doanh", "lãi", "nộp", "đầu", "vay"}) &&
        reading.is_any(at + 1, {"hút", "khẩu", "thu", "tư", "ngân", "nhập", "vốn"}))
      return true;
  }
  return false;
}

}  // namespace

const LexiconMatch* ranked_first(const Reading& reading, const Topic& topic, std::size_t first) {
  const std::size_t from = reading.sentence_of(first).first;
  if (!topic.speaks_of_aid(first, 1) || tells_other(reading, from, first)) return nullptr;
  const LexiconMatch* named = nullptr;  // the field or place
  bool order = false;
  for (std::size_t at = first; at > from && first - at < kFarthest && !reading.is(at - 1, ";"); --at) {
    if (is_sum(reading, at - 1)) return nullptr;
    order = order || is_order(reading, at - 1);
    for (const TableKey table : {TableKey("sectors"), TableKey("places"), TableKey("districts")}) {
      if (named == nullptr) named = reading.match_at(at - 1, table);
    }
  }
  return order ? named : nullptr;
}

}  // namespace trichluc
