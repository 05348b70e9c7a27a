#include "extractors/money/told_on.h"

#include <string_view>

namespace trichluc {
namespace {

constexpr std::size_t kFarthest = 18;  // tokens

bool joins(const Reading& reading, std::size_t at) {
  static constexpr std::string_view kWords[] = {
      "là",  "đạt",  "được", "với",   "có",    "còn", "lên",   "tới", "đến",   "chỉ",  "và",   "đó",    "nhận", "khoản",
      "số",  "cũng", "năm",  "quý",   "trong", "khi", "riêng", "vỏn", "vẹn",   "tiếp", "kế",   "theo",  "thì",  "con",
      "vọt", "rồi",  "sau",  "tăng",  "giảm",  "từ",  "xuống", "vào", "của",   "các",  "tỉnh", "huyện", "lĩnh", "vực",
      "mới", "vẫn",  "song", "nhưng", "cùng",  "kỳ",  "trước", "nay", "ngoái", "vấn",  "đề",   "-"};
  return reading.is_any(at, kWords);
}

// One past what stands at this token: a time, a place, a field, a percentage, a mark or a word that joins.
std::size_t behind(const Reading& reading, std::size_t at, std::size_t end) {
  for (const TableKey table : {TableKey("places"), TableKey("districts"), TableKey("sectors"), TableKey("qualifiers"),
                               TableKey("part_words"), TableKey("relative_times")}) {
    const LexiconMatch* match = reading.match_at(at, table);
    if (match != nullptr && match->last <= end) return match->last;
  }
  const bool mark = reading.is_any(at, {",", ";", ":", "(", ")", "%"});
  return mark || reading.is_taken(at) || reading.quantity_at(at) != nullptr || joins(reading, at) ? at + 1 : at;
}

}  // namespace

bool is_told_on(const Reading& reading, const Sum& before, const Sum& sum) {
  const auto& tokens = reading.tokens();
  if (tokens[before.first].sentence != tokens[sum.first].sentence || sum.first <= before.last) return false;
  if (before.currency != sum.currency || sum.first - before.last > kFarthest) return false;
  for (std::size_t at = before.last; at < sum.first;) {
    const std::size_t next = behind(reading, at, sum.first);
    if (next == at) return false;
    at = next;
  }
  return true;
}

}  // namespace trichluc
