#include "extractors/money/stage_of_sum.h"

#include <algorithm>
#include <utility>

#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "giải ngân 215 triệu USD, thấp hơn mức 226 triệu USD của năm trước": the level that a sum is measured by is of its
// kind.
bool is_level_compared(const Reading& reading, std::size_t first, std::size_t from) {
  const bool level = first > from + 1 && (reading.is(first - 1, "mức") || reading.is(first - 1, "số"));
  if (!level) return false;
  const std::size_t link = reading.is(first - 1, "số") ? first - 3 : first - 2;
  return link > from && (reading.is(link, "hơn") || reading.is(link, "với") || reading.is(link, "vượt"));
}

// "giá trị cam kết 1,24 triệu USD, thực hiện 737.000 USD"
bool is_carried_out(const Reading& reading, std::size_t first) {
  while (first > 0 && reading.is_any(first - 1, {"được", "là", "đạt"})) --first;
  if (first < 2 || !reading.is(first - 1, "hiện") || !reading.is(first - 2, "thực")) return false;
  // "kinh phí thực hiện 14 tỷ đồng" tells what a project costs.
  const std::size_t before = first - 3;
  // "vốn viện trợ thực hiện 39 tỷ đồng", "tổng vốn viện trợ thực hiện 39 tỷ đồng"
  const LexiconMatch* fund = first > 2 ? reading.match_before(first - 2, kTable) : nullptr;
  if (fund != nullptr && is_aid(*fund) && reading.is(first - 3, "trợ")) {
    const std::size_t word = reading.is(fund->first, "tổng") ? fund->first + 1 : fund->first;
    if (reading.is(word, "vốn")) return true;
  }
  return first == 2 || reading.tokens()[before].kind == TokenKind::kMark ||
         reading.is_any(before, {"đã", "mới", "chỉ"});
}

// "Một số khoản mới dừng ở cam kết: EU dành 200.000 euro; Mỹ …", "Danh sách cam kết … ghi: Hàn Quốc 2 triệu USD; …":
// what the words before the colon say of all items, where they tell of one stage and no sum.
std::string stage_of_list(const Reading& reading, std::size_t first) {
  const Sentence& sentence = reading.sentence_of(first);
  std::size_t colon = first;
  while (colon > sentence.first && !reading.is(colon - 1, ":")) --colon;
  std::string_view stage;
  for (std::size_t at = sentence.first; at + 1 < colon; ++at) {
    if (is_sum(reading, at)) return {};
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue == nullptr || cue->value("stage").empty()) continue;
    if (!stage.empty() && stage != cue->value("stage")) return {};
    stage = cue->value("stage");
  }
  return std::string(stage);
}

}  // namespace

std::string stage_before(const Reading& reading, std::size_t first, std::size_t from) {
  if (is_carried_out(reading, first)) return "disbursed";
  const std::size_t sentence = reading.sentence_of(first).first;
  bool compared = is_level_compared(reading, first, sentence);
  if (compared) from = sentence;
  for (std::size_t end = first; end > from; --end) {
    if (is_sum(reading, end - 1) && !std::exchange(compared, false)) return stage_of_list(reading, first);
    const LexiconMatch* cue = reading.match_before(end, kTable);
    if (cue != nullptr && cue->first >= from && !cue->value("stage").empty()) return std::string(cue->value("stage"));
  }
  return stage_of_list(reading, first);
}

std::string stage_behind(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kFarthest = 14;
  bool done = false;
  for (std::size_t at = last; at < std::min(last + kFarthest, end); ++at) {
    if (reading.tokens()[at].kind == TokenKind::kMark || is_sum(reading, at)) return {};
    done = done || (reading.is(at, "được") && at > last && reading.is_any(at - 1, {"đã", "vừa"}));
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (done && cue != nullptr && !cue->value("stage").empty()) return std::string(cue->value("stage"));
  }
  return {};
}

bool tells_one_stage(const Reading& reading, const LexiconMatch& cue, std::size_t sum) {
  const Sentence& sentence = reading.sentence_of(cue.first);
  if (sentence.last > sum) return true;
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const LexiconMatch* other = reading.match_at(at, kTable);
    if (other != nullptr && !other->value("stage").empty() && other->value("stage") != cue.value("stage")) return false;
  }
  return true;
}

}  // namespace trichluc
