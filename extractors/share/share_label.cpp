#include "extractors/share/share_label.h"

#include <algorithm>

#include "extractors/cue_verdict.h"
#include "extractors/quantity/bound.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestLabel = 14;  // tokens

// Ends of what is divided: "viện trợ từ …", "tổ chức của …", "dành cho …".
bool parts_label(const Reading& reading, std::size_t at) {
  static constexpr std::string_view kLinks[] = {"cho", "từ", "của", "ở", "tại", "thuộc", "trong", "về", "vào", "đến"};
  return reading.is_any(at, kLinks);
}

// "phần lớn là giáo dục (39%)", "chủ yếu là y tế", "nhiều nhất là nước sạch".
bool tells_greatest(const Reading& reading, std::size_t at) {
  static constexpr std::string_view kGreatest[] = {"lớn", "yếu", "nhất"};
  return at > 0 && reading.is(at, "là") && reading.is_any(at - 1, kGreatest);
}

// "Tổ chức Sông Mẹ tại Việt Nam" is one of them, not all that is divided.
bool is_named(const Reading& reading, const LexiconMatch& noun) {
  const auto& tokens = reading.tokens();
  return noun.last < tokens.size() && tokens[noun.first].capital && tokens[noun.last].capital &&
         !tokens[noun.first].all_capitals;
}

// "giáo dục được nhận nhiều viện trợ nhất, chiếm 40%", "X viện trợ lớn nhất, chiếm 64%": what is told of the part ends
// its name.
std::size_t before_greatest(const Reading& reading, std::size_t first, std::size_t end) {
  static constexpr std::string_view kTold[] = {"lớn",  "nhiều", "cao",   "viện", "trợ",  "tài",  "hỗ",  "nhận",
                                               "được", "có",    "vốn",   "giá",  "trị",  "thu",  "hút", "số",
                                               "tỷ",   "lệ",    "trọng", "giải", "ngân", "khoản"};
  if (end < first + 3 || !reading.is(end - 1, "nhất")) return end;
  std::size_t at = end - 1;
  while (at > first && reading.is_any(at - 1, kTold)) --at;
  return at > first && at + 1 < end ? at : end;
}

bool names_whole(const Reading& reading, std::size_t first, std::size_t end) {
  const LexiconMatch* noun = first_match_in(reading, first, end, "head_nouns");
  if (noun != nullptr && !is_named(reading, *noun)) return true;
  const LexiconMatch* cue = first_match_in(reading, first, end, "money_cues");
  if (cue == nullptr) return false;
  const std::string_view verdict = cue->value("verdict");
  return !is_refusing_verdict(verdict) && verdict != "home" && verdict != "abroad" && verdict != "firm";
}

// "giáo dục là 6,1 tỷ đồng (chiếm 61%)": the sum of the part is not in its name.
std::size_t before_sum(const Reading& reading, std::size_t first, std::size_t end) {
  for (std::size_t at = first + 1; at < end; ++at) {
    const Quantity* quantity = reading.quantity_at(at);
    if (quantity != nullptr && reading.match_at(quantity->last, "currencies") != nullptr)
      return read_bound(reading, quantity->first, quantity->last).first;
  }
  return end;
}

// "ba huyện này gộp lại quá nửa (60,6%)", "Y tế vẫn dẫn đầu các lĩnh vực với 32%", "X là tổ chức có vốn lớn nhất
// (khoảng 40%": what is told of the part ends its name.
std::size_t before_told(const Reading& reading, std::size_t first, std::size_t end) {
  for (std::size_t at = first + 1; at + 1 < end; ++at) {
    if (reading.is_any(at, {"cộng", "gộp"}) && reading.is(at + 1, "lại")) return at;
    if (reading.is(at, "vẫn") || (reading.is(at, "dẫn") && reading.is(at + 1, "đầu"))) return at;
    if (reading.is(at, "là") && reading.is(at + 1, "tổ") && reading.is(at + 2, "chức")) return at;
    if (reading.is(at, "cùng") && reading.is_any(at + 1, {"ở", "chiếm", "mức"})) return at;
  }
  return end;
}

// A stretch that names a part and does nothing else: a field, a country or a place, no figure and no verb.
bool names_part(const Reading& reading, std::size_t first, std::size_t end) {
  if (first >= end || reading.is_any(first, {"về", "theo", "trong", "ở", "với", "phân", "riêng", "nhất", "từ", "tuy",
                                             "còn", "xét", "chia", "tính"}))
    return false;
  bool part = false;
  for (std::size_t at = first; at < end; ++at) {
    // "3 huyện Bình Đại": how many the places are.
    const bool counts = at == first && reading.match_at(at + 1, "measure_units") != nullptr;
    if (reading.is_taken(at) || (reading.quantity_at(at) != nullptr && !counts)) return false;
    if (reading.is_any(at, {"là", "đạt", "có", "đã", "được", "chiếm", "nhận", "cho"})) return false;
    // "các tổ chức của Mỹ, Hà Lan, Bỉ"
    const bool opens = at <= first + 1 && reading.match_at(at, "head_nouns") != nullptr;
    const bool whole = reading.match_at(at, "money_cues") != nullptr || reading.match_at(at, "head_nouns") != nullptr;
    if (whole && !opens) return false;
    for (const TableKey table : {TableKey("sectors"), TableKey("organizations"), TableKey("places"),
                                 TableKey("districts"), TableKey("regions")}) {
      part = part || reading.match_at(at, table) != nullptr;
    }
  }
  return part;
}

}  // namespace

std::size_t label_first(const Reading& reading, std::size_t first, std::size_t floor) {
  if (reading.is_any(first, {"với", "có", "trong", "đã", "nhưng", "song", "mà"})) return first;
  while (first > floor + 1 && reading.is(first - 1, ",")) {
    std::size_t before = first - 1;
    while (before > floor && reading.tokens()[before - 1].kind == TokenKind::kWord) --before;
    const bool number = before > floor && reading.tokens()[before - 1].kind == TokenKind::kNumber &&
                        reading.quantity_at(before - 1) != nullptr;
    if (number) --before;
    if (before > floor && reading.is(before - 1, "%")) return first;  // "43% giá trị viện trợ, Tây Âu 39%"
    if (first - before > kLongestLabel || !names_part(reading, before, first - 1)) return first;
    first = before;
  }
  return first;
}

std::optional<Clause> label_within(const Reading& reading, std::size_t first, std::size_t end) {
  static constexpr std::string_view kLead[] = {"khi", "ở",   "tại", "trong", "đó",   "và",   "từ",   "là",
                                               "với", "còn", "cho", "các",   "tỉnh", "tiếp", "theo", "đến",
                                               "-",   "+",   "như", "riêng", ")",    "kế",   "sau"};
  static constexpr std::string_view kTail[] = {"là",  "đạt",  "với", "ở",   "mức",    "khoảng", "(",    ":",
                                               "-",   "đóng", "góp", "dẫn", "đầu",    "đứng",   "nhận", "được",
                                               "chỉ", "cũng", "vẫn", "tới", "thường", "luôn"};
  end = before_sum(reading, first, end);
  end = before_told(reading, first, end);
  if (end > first && reading.is(end - 1, ",")) --end;
  end = before_greatest(reading, first, end);
  while (end > first && reading.is_any(end - 1, kTail)) --end;
  // "trong khi ở miền Nam tỷ lệ này là 20%"
  for (const std::string_view word : {"này", "lệ", "tỷ"}) {
    if (end > first + 1 && reading.is(end - 1, word)) --end;
  }
  for (std::size_t at = end; at > first + 1; --at) {
    if (tells_greatest(reading, at - 1) || (parts_label(reading, at - 1) && names_whole(reading, first, at - 1))) {
      first = at;
      break;
    }
  }
  for (std::size_t at = first; at + 2 < end; ++at) {
    const bool sector_follows = !reading.is_any(at + 2, {"khác", "còn"});
    if (sector_follows && reading.is(at, "lĩnh") && reading.is(at + 1, "vực")) first = at + 2;
  }
  while (first < end && reading.is_any(first, kLead) && !reading.is(first + 1, "lại")) ++first;
  // "tổ chức PCPNN châu Âu": what is divided, then the part.
  const LexiconMatch* head = reading.match_at(first, "head_nouns");
  const bool named = head != nullptr && head->value("of") == "ngo" && head->last < end &&
                     (reading.tokens()[head->last].capital || reading.match_at(head->last, "places") != nullptr ||
                      reading.is(head->last, "châu"));
  if (named) first = head->last;
  const bool counted = first + 1 < end && reading.match_at(first + 1, "measure_units") != nullptr;  // "3 huyện A, B"
  const bool fits =
      first < end && end - first <= kLongestLabel && (reading.tokens()[first].kind == TokenKind::kWord || counted);
  return fits ? std::optional<Clause>(Clause{first, end}) : std::nullopt;
}

}  // namespace trichluc
