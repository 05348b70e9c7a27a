#include "extractors/resolve/year_words.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace trichluc {
namespace {

bool is_number_of_years(const Reading& reading, std::size_t at) {
  const Quantity* quantity = reading.quantity_at(at);
  if (quantity == nullptr || reading.is_taken(*quantity) || !reading.is(quantity->last, "năm")) return false;
  const std::size_t after = quantity->last + 1;
  return reading.is_any(after, {"qua", "vừa"}) || (reading.is(after, "gần") && reading.is(after + 1, "đây")) ||
         (reading.is(after, "trở") && reading.is(after + 1, "lại"));
}

// "trong 9 tháng", "sau 3 quý" that no year dates: a part of a year is never the year.
bool is_number_of_months(const Reading& reading, std::size_t at) {
  if (!reading.is_any(at, {"trong", "sau"})) return false;
  const Quantity* quantity = reading.quantity_at(at + 1);
  if (quantity == nullptr || reading.is_taken(*quantity)) return false;
  return reading.is_any(quantity->last, {"tháng", "quý", "tuần", "ngày"});
}

}  // namespace

bool is_unnamed_years(const Reading& reading, std::size_t at) {
  if (is_number_of_years(reading, at) || is_number_of_months(reading, at)) return true;
  if (reading.is(at, "từ") && reading.is(at + 1, "nay")) return true;
  // "Trong tháng, tỉnh tiếp nhận …": a part of a year that is not named is never the year.
  if (reading.is(at, "trong") && reading.is_any(at + 1, {"tháng", "quý", "tuần"}))
    return reading.is_any(at + 2, {",", "qua", "này", "vừa"});
  if (reading.is(at, "thời") && reading.is(at + 1, "gian")) return reading.is_any(at + 2, {"qua", "tới", "gần", "vừa"});
  if (!reading.is_any(at, {"những", "nhiều", "các"}) || !reading.is(at + 1, "năm")) return false;
  // "chuyển tiếp từ các năm trước", "so với những năm trước": beside the time of the figure.
  if (at > 0 && reading.is_any(at - 1, {"từ", "với", "như"})) return false;
  if (!reading.is_any(at + 2, {"qua", "gần", "đầu", "trước", "tới", "vừa", "liền"})) return false;
  // "những năm đầu 1990" says which.
  return at + 3 >= reading.tokens().size() || reading.tokens()[at + 3].kind != TokenKind::kNumber;
}

bool tells_unnamed_year(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at + 1 < to; ++at) {
    // "Năm qua, tỉnh tiếp nhận …"; "nhiều năm qua", "5 năm qua" are more than one.
    const bool opens = reading.tokens()[at].capital || (at > 0 && reading.is(at - 1, "trong"));
    if (opens && reading.is(at, "năm") && reading.is(at + 1, "qua")) return true;
    if (!reading.is_any(at, {"trong", "cả", "cùng"}) || !reading.is(at + 1, "năm")) continue;
    // "trong năm 2022" names it, "trong năm 18 triệu USD" does not.
    const bool named =
        at + 2 < to && reading.tokens()[at + 2].kind == TokenKind::kNumber && reading.folded(at + 2).size() == 4;
    if (!named) return true;
  }
  return false;
}

std::optional<std::size_t> year_of_feast(const Reading& reading) {
  constexpr std::size_t kDigits = 4;
  for (const std::uint32_t m : reading.matches_of("lunar_words")) {
    const LexiconMatch& stem = reading.matches()[m];
    const LexiconMatch* branch = stem.value("side") == "stem" ? reading.match_at(stem.last, "lunar_words") : nullptr;
    if (branch == nullptr || branch->value("side") != "branch" || branch->last >= reading.tokens().size()) continue;
    const Token& year = reading.tokens()[branch->last];
    const bool four = year.kind == TokenKind::kNumber && year.folded.size() == kDigits;
    if (four && (year.folded.starts_with("19") || year.folded.starts_with("20"))) return branch->last;
  }
  return std::nullopt;
}

bool is_goal(const Reading& reading, std::size_t year) {
  constexpr std::size_t kMostBetween = 20;  // tokens
  const std::size_t begin = reading.sentence_of(year).first;
  if (year > begin + 1 && reading.is_any(year - 1, {"đến", "tới"}) && !reading.is_any(year - 2, {"tính", "nay"}))
    return true;
  for (std::size_t at = year; at > begin + 1 && year - at < kMostBetween; --at) {
    if (reading.is(at - 1, "tiêu") && reading.is(at - 2, "mục")) return true;
    if (reading.is(at - 1, "nhìn") && reading.is(at - 2, "tầm")) return true;
  }
  return false;
}

bool is_to_come(const Reading& reading, const Sentence& sentence) {
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const LexiconMatch* word = reading.match_at(at, "expectations");
    if (word != nullptr && word->value("certainty") == "expected") return true;
    if (reading.is(at, "phương") && reading.is(at + 1, "hướng")) return true;
    if (reading.is(at, "nhiệm") && reading.is(at + 1, "vụ")) return true;
    if (reading.is(at, "kế") && reading.is(at + 1, "hoạch")) return true;
  }
  return false;
}

bool opens_other_time(const Reading& reading, const Sentence& sentence) {
  std::size_t at = sentence.first;
  if (reading.is_any(at, {"vào", "trong", "từ", "ở"})) ++at;
  if (reading.is_any(at, {"những", "các"})) ++at;
  if (at + 1 >= sentence.last) return false;
  // "Hai mươi năm sau, cơ quan này là đầu mối của 750 tổ chức"
  const Quantity* years = reading.quantity_at(at);
  if (years != nullptr && years->spelled && reading.is(years->last, "năm") && reading.is(years->last + 1, "sau"))
    return true;
  if (reading.is(at, "thời") && reading.is(at + 1, "gian")) return reading.is(at + 2, "đầu");
  if (reading.is_any(at, {"năm", "hồi", "lúc", "khi", "thời", "thuở"}))
    return reading.is_any(at + 1, {"đầu", "ấy", "đó"}) && !reading.quantity_at(at + 2);
  if (reading.is(at, "ban")) return reading.is(at + 1, "đầu");
  if (reading.is(at, "ngày")) return reading.is(at + 1, "đầu");
  return reading.is(at, "trước") && reading.is_any(at + 1, {"đó", "đây"});
}

}  // namespace trichluc
