#include "extractors/resolve/words_of_date.h"

#include <string_view>

#include "extractors/clause.h"

namespace trichluc {
namespace {

bool word_before(const Reading& reading, const DateReading& date, std::string_view word) {
  return date.first > 0 && reading.folded(date.first - 1) == word;
}

bool is_word(const Reading& reading, std::size_t at) {
  return reading.tokens()[at].kind == TokenKind::kWord;
}

}  // namespace

// "so với năm 2021", "so với tổng của hai tỉnh cũ năm 2024", "bằng 80% của năm 2019": what is compared with lends no
// year.
bool is_base(const Reading& reading, const DateReading& date) {
  constexpr std::size_t kMostBetween = 9;  // tokens
  const std::size_t begin = reading.sentence_of(date.first).first;
  if (date.first > begin + 2 &&
      (word_before(reading, date, "%") || (word_before(reading, date, "của") && reading.is(date.first - 2, "%"))))
    return true;
  for (std::size_t at = date.first; at > begin + 1 && date.first - at < kMostBetween; --at) {
    if (reading.is(at - 1, "với") && reading.is(at - 2, "so")) return true;
    // "vượt mức thực hiện của cả năm 1996", "vượt mốc lịch sử năm 2024"
    if (reading.is(at - 1, "vượt")) return true;
    if (!is_word(reading, at - 1)) return false;
  }
  return false;
}

// "19 tổ chức (cuối năm 2019 là 22 tổ chức); …": an aside tells the time of nothing outside its brackets.
bool opens_bracket(const Reading& reading, const DateReading& date) {
  if (date.when.from.month != 0) return false;
  return word_before(reading, date, "(") ||
         (word_before(reading, date, "cuối") && date.first > 1 && reading.is(date.first - 2, "("));
}

// "trước ngày 15/12": the next such day.
bool is_deadline(const Reading& reading, const DateReading& date) {
  const std::size_t at = date.first;
  const bool latest = at > 1 && reading.is(at - 1, "nhất") && reading.is_any(at - 2, {"chậm", "muộn", "trễ"});
  return date.when.from.day > 0 && (word_before(reading, date, "trước") || latest);
}

// "tháng 12 năm ngoái", "6 tháng đầu năm nay": the year against the document's own; empty where none is told so.
std::optional<int> relative_year(const Reading& reading, const DateReading& date) {
  const std::size_t at = reading.is(date.last - 1, "năm") ? date.last - 1 : date.last;
  const LexiconMatch* word = reading.match_at(at, "relative_times");
  if (word == nullptr || reading.tokens()[at].paragraph != reading.tokens()[date.first].paragraph) return std::nullopt;
  if (word->value("lean") == "year_before") return -1;
  if (word->value("lean") == "year_after") return 1;
  return word->value("lean") == "this_year" ? std::optional<int>(0) : std::nullopt;
}

// "ngày 12-13/12 tới", "tháng 3 sắp tới"
bool is_told_coming(const Reading& reading, const DateReading& date) {
  if (reading.is(date.last, "sắp")) return reading.is(date.last + 1, "tới");
  // "từ 5/10 tới 12/10" goes on with a time.
  const bool ends = date.last + 1 >= reading.tokens().size();
  return reading.is(date.last, "tới") && (ends || !reading.is_taken(date.last + 1)) &&
         reading.quantity_at(date.last + 1) == nullptr && !reading.is(date.last + 1, "nay");
}

// "Dự kiến trong tháng 2, tỉnh sẽ ký …", "ngày 12-13/12 tới": a time that is still to come.
bool is_ahead(const Reading& reading, const DateReading& date) {
  if (is_told_coming(reading, date)) return true;
  const LexiconMatch* word =
      last_match_before(reading, date.first, reading.sentence_of(date.first).first, "expectations");
  constexpr std::size_t kNear = 6;
  return word != nullptr && word->value("certainty") == "expected" && date.first - word->last <= kNear;
}

// "…, Lễ", "…, tại Hà Nội, Hội nghị": the subject behind the day.
bool names_event(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (at > from && !reading.is(at - 1, ",")) continue;
    if (reading.is(at, "lễ")) return true;
    if (reading.is(at, "hội")) return reading.is_any(at + 1, {"nghị", "thảo", "chợ", "diễn"});
    if (reading.is_any(at, {"diễn", "tọa"}) && reading.is_any(at + 1, {"đàn", "đàm"})) return true;
    if (reading.is_any(at, {"chương", "đại"}) && reading.is_any(at + 1, {"trình", "hội"})) return true;
  }
  return false;
}

// "1,93 triệu USD, giảm 19% do dự án X kết thúc hồi tháng 12": when the cause was.
bool tells_cause(const Reading& reading, std::size_t from, std::size_t to) {
  bool compared = false;
  for (std::size_t at = from; at < to; ++at) {
    compared = compared || reading.is_any(at, {"giảm", "tăng"});
    if (compared && reading.is_any(at, {"do", "vì", "nhờ"})) return true;
  }
  return false;
}

}  // namespace trichluc
