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

// "dự án", "tổ chức này", "nguồn vốn trên", "12 xã": what was told of above, or a part of it.
bool is_of_above(const Reading& reading, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at < last; ++at) {
    if (reading.is_any(at, {"này", "đó", "trên", "đây", "vốn", "tiền"}) || reading.quantity_at(at) != nullptr)
      return true;
    const bool given = reading.is(at + 1, "trợ") && reading.is_any(at, {"tài", "viện"});
    const bool project = reading.is_any(at, {"dự", "chương"}) && reading.is_any(at + 1, {"án", "trình"});
    if (given || project || (reading.is(at, "kinh") && reading.is(at + 1, "phí"))) return true;
    const LexiconMatch* noun = reading.match_at(at, "head_nouns");
    const LexiconMatch* donor = reading.match_at(at, "money_cues");
    if (noun != nullptr && (noun->value("of") == "ngo" || noun->value("of") == "project")) return true;
    if (donor != nullptr && donor->value("verdict") == "abroad") return true;
  }
  return false;
}

// "NCHF đã viện trợ sách. Năm nay, NCHF khởi công lớp học": the one in capitals who was told of above.
bool is_named_above(const Reading& reading, std::size_t subject, std::size_t floor) {
  constexpr std::size_t kFarthest = 120;
  const Token& name = reading.tokens()[subject];
  if (!name.all_capitals) return false;
  for (std::size_t at = floor; at > 0 && floor - at < kFarthest; --at) {
    const Token& token = reading.tokens()[at - 1];
    if (token.all_capitals && token.folded == name.folded) return true;
  }
  return false;
}

}  // namespace

bool tells_of_another_doer(const Reading& reading, std::size_t first) {
  const std::size_t floor = reading.sentence_of(first).first;
  for (std::size_t at = floor + 1; at < first; ++at) {
    const LexiconMatch* act = reading.match_at(at, "money_cues");
    if (act == nullptr || act->value("verdict") != "act" || act->last > first) continue;
    std::size_t subject = at;
    while (subject > floor && !reading.is_any(subject - 1, {",", ":", ";"})) --subject;
    while (subject < at && reading.tokens()[subject].kind != TokenKind::kWord) ++subject;
    const bool body = reading.match_at(subject, "organizations") != nullptr || reading.tokens()[subject].capital;
    return subject < at && body && !is_of_above(reading, floor, at) && !is_named_above(reading, subject, floor);
  }
  return false;
}

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
