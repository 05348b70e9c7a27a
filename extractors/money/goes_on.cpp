#include "extractors/money/goes_on.h"

#include <string_view>

namespace trichluc {
namespace {

// Words that lead to a figure and say nothing of it.
bool is_link(const Reading& reading, std::size_t at) {
  static constexpr std::string_view kLinks[] = {"là",   "đạt",  "được", "gồm",  "với",  "có",    "còn",  "lên", "tới",
                                                "đến",  "chỉ",  "cả",   "và",   "đó",   "này",   "trên", "hết", "thêm",
                                                "tăng", "giảm", "từ",   "về",   "nhận", "khoản", "nữa",  "mức", "số",
                                                "khác", "cũng", "cho",  "tổng", "năm",  "quý",   "tháng"};
  return reading.is_any(at, kLinks);
}

bool is_known(const Reading& reading, std::size_t last_of_word) {
  const std::size_t end = last_of_word + 1;
  // "Ngân hàng huy động 5 tỷ đồng": what somebody does is no word for a sum.
  const LexiconMatch* cue = reading.match_before(end, "money_cues");
  if (cue != nullptr && cue->value("verdict") != "act") return true;
  for (const TableKey table : {TableKey("places"), TableKey("districts"), TableKey("regions"), TableKey("sectors"),
                               TableKey("part_words"), TableKey("head_nouns"), TableKey("organizations"),
                               TableKey("qualifiers"), TableKey("relative_times"), TableKey("currencies")}) {
    if (reading.match_before(end, table) != nullptr) return true;
  }
  return false;
}

}  // namespace

bool goes_on_from_above(const Reading& reading, std::size_t first) {
  if (first == reading.sentence_of(first).first) return true;
  const std::size_t word = first - 1;
  const Token& token = reading.tokens()[word];
  if (token.kind != TokenKind::kWord || token.capital || reading.is_taken(word)) return true;
  // "Phấn đấu năm tới vận động 1 triệu USD": what the field does with aid, whatever its name.
  const bool canvassed = word > 0 && reading.is(word, "động") && reading.is(word - 1, "vận");
  return canvassed || is_link(reading, word) || is_known(reading, word);
}

}  // namespace trichluc
