#include "extractors/money/parts_of_given.h"

#include "extractors/money/cue_words.h"

namespace trichluc {
namespace {

constexpr std::size_t kFarthest = 110;  // tokens between a whole and its last part

// "trong đó", "gồm", "cụ thể:", "trong số 35 triệu USD đó": what follows are parts of what was told.
bool opens_parts(const Reading& reading, std::size_t at) {
  // "không gồm 14 tỷ đồng kiều bào gửi về"
  if (reading.match_at(at, "part_words") != nullptr) return at == 0 || !reading.is_any(at - 1, {"không", "chưa"});
  return reading.is(at, "trong") && reading.is(at + 1, "số") && reading.quantity_at(at + 2) != nullptr;
}

// "trong đó tỉnh góp 200 triệu đồng", "vay 3 tỷ đồng": somebody else's money, or one that is no gift.
bool tells_other_money(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (reading.is_any(at, {"góp", "vay", "ứng", "lãi", "thuế", "tự", "thu", "bán", "phạt", "nợ"})) return true;
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if (cue == nullptr || !is_no_aid(*cue) || !decides(reading, *cue)) continue;
    if (cue->value("verdict") != "spent" && cue->value("verdict") != "laid_out") return true;
  }
  return false;
}

// "Vốn cam kết: 2.317.560 USD, phân ra:", and below it "- Dự án mới (6 dự án): 480.500 USD;".
bool is_line_below(const Reading& reading, const Sum& whole, const Sum& part) {
  constexpr std::size_t kMostLines = 10;
  const std::size_t above = reading.tokens()[whole.first].paragraph;
  const std::size_t own = reading.tokens()[part.first].paragraph;
  if (own <= above || own - above > kMostLines) return false;
  const std::size_t first = reading.first_token_of(own);
  const bool opened = reading.is(reading.first_token_of(above + 1) - 1, ":");
  return opened && reading.is_any(first, {"-", "–", "+", "•"}) && reading.is(part.first - 1, ":") &&
         !tells_other_money(reading, first, part.last);
}

}  // namespace

bool is_part_of_given(const Reading& reading, const Sum& whole, const Sum& part, std::size_t before) {
  const auto& tokens = reading.tokens();
  if (part.first < whole.last || part.first - whole.last > kFarthest || part.currency != whole.currency) return false;
  const auto& least = whole.amount ? whole.amount : whole.low;
  if (!part.amount || !least || !(*part.amount < *least)) return false;
  if (is_line_below(reading, whole, part)) return true;
  const std::size_t sentences = tokens[part.first].sentence - tokens[whole.first].sentence;
  constexpr std::size_t kMostSentences = 2;  // "… 1,9 triệu USD. Nguyên nhân giảm là …. Cụ thể: y tế 511.350 USD"
  if (tokens[part.first].paragraph != tokens[whole.first].paragraph || sentences > kMostSentences) return false;
  const Sentence& own = reading.sentence_of(part.first);
  // Of the next sentence only where it opens with the words.
  constexpr std::size_t kAtHead = 3;
  const std::size_t from = sentences == 0 ? whole.last : own.first;
  const std::size_t to = sentences == 0 ? part.first : std::min(own.first + kAtHead, part.first);
  bool opened = false;
  for (std::size_t at = from; at < to && !opened; ++at) opened = opens_parts(reading, at);
  return opened && !tells_other_money(reading, std::max(before, from), part.last);
}

}  // namespace trichluc
