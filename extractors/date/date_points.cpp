#include "extractors/date/date_points.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace trichluc {
namespace {

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool all = error == std::errc{} && end == digits.data() + digits.size();
  return all && !digits.empty() && digits.size() <= 4 ? std::optional<int>(value) : std::nullopt;
}

bool is_year(int value) {
  return value >= 1900 && value < 2100;
}

// "5/III/1998", "tháng IV/2000": papers of the nineties.
std::optional<int> roman_month(const Token& token) {
  static constexpr std::string_view kRoman[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                "vii", "viii", "ix",  "x",  "xi", "xii"};
  const auto* found = std::find(std::begin(kRoman), std::end(kRoman), token.folded);
  if (!token.capital || found == std::end(kRoman)) return std::nullopt;
  return static_cast<int>(found - std::begin(kRoman)) + 1;
}

std::optional<PointAt> valid(const PointAt& read) {
  return is_valid(read.point) ? std::optional<PointAt>(read) : std::nullopt;
}

}  // namespace

bool DateTokens::inside(std::size_t at, std::size_t of) const {
  return at < reading_.tokens().size() && reading_.tokens()[at].paragraph == reading_.tokens()[of].paragraph;
}

bool DateTokens::is(std::size_t at, std::string_view word) const {
  return reading_.is(at, word);
}

bool DateTokens::is_any(std::size_t at, std::initializer_list<std::string_view> words) const {
  return reading_.is_any(at, words);
}

bool DateTokens::word_before(std::size_t at, std::string_view word) const {
  return at > 0 && inside(at - 1, at) && is(at - 1, word);
}

bool DateTokens::glued_mark(std::size_t mark, std::size_t other) const {
  const Token& token = reading_.tokens()[mark];
  if (token.kind != TokenKind::kMark || reading_.tokens()[std::max(mark, other)].blank_before) return false;
  static constexpr std::string_view kApart[] = {"(", ")", "[", "]", ",", ".", ";", ":", "\"", "'", "…", "|"};
  return std::find(std::begin(kApart), std::end(kApart), token.folded) == std::end(kApart);
}

bool DateTokens::stands_in_number(std::size_t first, std::size_t last) const {
  if (first > 0 && inside(first - 1, first) && glued_mark(first - 1, first)) return true;
  return inside(last, first) && glued_mark(last, last);
}

std::optional<int> DateTokens::number(std::size_t at) const {
  if (at >= reading_.tokens().size() || reading_.tokens()[at].kind != TokenKind::kNumber) return std::nullopt;
  return whole_number(reading_.tokens()[at].folded);
}

std::optional<NumberAt> DateTokens::year(std::size_t at) const {
  if (const auto value = number(at)) return is_year(*value) ? std::optional<NumberAt>({*value, at + 1}) : std::nullopt;
  const Quantity* words = reading_.quantity_at(at);
  const auto value = words != nullptr && words->spelled && words->value ? words->value->to_integer() : std::nullopt;
  if (!value || *value < 1900 || *value > 2099) return std::nullopt;
  return NumberAt{static_cast<int>(*value), words->last};
}

std::optional<PointAt> DateTokens::year_point(std::size_t at) const {
  const std::size_t digits = is(at, "năm") ? at + 1 : at;
  const auto value = year(digits);
  if (!value || (digits > at && !inside(digits, at))) return std::nullopt;
  return PointAt{{value->value, 0, 0}, value->last};
}

// "14.11", "14.11.2023" and "2024.09.16" are one number token.
std::optional<PointAt> DateTokens::dotted(std::size_t at) const {
  if (at >= reading_.tokens().size() || reading_.tokens()[at].kind != TokenKind::kNumber) return std::nullopt;
  const std::string_view written = reading_.tokens()[at].folded;
  const std::size_t first = written.find('.');
  if (first == std::string_view::npos || written.find(',') != std::string_view::npos) return std::nullopt;
  const std::size_t second = written.find('.', first + 1);
  const std::size_t length = second == std::string_view::npos ? second : second - first - 1;
  const auto day = whole_number(written.substr(0, first));
  const auto month = whole_number(written.substr(first + 1, length));
  if (!day || !month || *day == 0 || *month == 0) return std::nullopt;
  constexpr std::size_t kYearFirst = 10;  // characters of "2024.09.16"
  if (second != std::string_view::npos && written.size() == kYearFirst && first == 4 && length == 2) {
    const auto last = whole_number(written.substr(second + 1));
    return last && *last > 0 && is_year(*day) ? valid({{*day, *month, *last}, at + 1}) : std::nullopt;
  }
  CalendarPoint point{std::nullopt, *month, *day};
  if (second == std::string_view::npos) return is_valid(point) ? valid(with_year(point, at + 1)) : std::nullopt;
  point.year = whole_number(written.substr(second + 1));
  return point.year ? valid({point, at + 1}) : std::nullopt;
}

// "12.2020" after "tháng".
std::optional<PointAt> DateTokens::dotted_month(std::size_t at) const {
  if (at >= reading_.tokens().size() || reading_.tokens()[at].kind != TokenKind::kNumber) return std::nullopt;
  const std::string_view written = reading_.tokens()[at].folded;
  const std::size_t point = written.find('.');
  if (point == std::string_view::npos || point > 2) return std::nullopt;
  const auto month = whole_number(written.substr(0, point));
  const auto year = whole_number(written.substr(point + 1));
  if (!month || *month == 0 || !year || !is_year(*year)) return std::nullopt;
  return valid({{year, *month, 0}, at + 1});
}

// "…/2023", "… năm 2023", "… / 2023" after a day and month or a month.
PointAt DateTokens::with_year(CalendarPoint point, std::size_t last) const {
  std::size_t at = last;
  if (is_any(at, {",", "của"}) && is(at + 1, "năm")) ++at;
  if ((is(at, "năm") || is_join(at)) && inside(at + 1, last - 1)) {
    if (const auto told = year(at + 1)) {
      point.year = told->value;
      return {point, told->last};
    }
  }
  return {point, last};
}

// "12 Tháng 7 2022", "30 tháng Sáu, 2015": without "năm", where the four digits count nothing; behind a comma they also
// end the words.
PointAt DateTokens::with_bare_year(const PointAt& read) const {
  if (read.point.year) return read;
  const bool comma = is(read.last, ",");
  const std::size_t at = read.last + (comma ? 1 : 0);
  if (!inside(at, read.last - 1) || !number(at) || counts_something(at)) return read;
  const auto told = year(at);
  if (!told || stands_in_number(at, told->last)) return read;
  const bool goes_on = inside(told->last, at) && reading_.tokens()[told->last].kind == TokenKind::kWord &&
                       !reading_.tokens()[told->last].capital;
  if (comma && goes_on) return read;
  PointAt whole = read;
  whole.point.year = told->value;
  whole.last = told->last;
  return whole;
}

bool DateTokens::counts_something(std::size_t at) const {
  const Quantity* quantity = reading_.quantity_at(at);
  if (quantity != nullptr && (quantity->scaled || !quantity->value || quantity->last != at + 1)) return true;
  static constexpr TableKey kCounted[] = {"head_nouns", "currencies", "measure_units"};
  const bool counted = std::any_of(std::begin(kCounted), std::end(kCounted), [&](TableKey table) {
    return reading_.match_at(at + 1, table) != nullptr && inside(at + 1, at);
  });
  return counted || is(at + 1, "%");
}

// The month behind the first mark of a day: two digits at most, or Roman.
std::optional<NumberAt> DateTokens::month_at_mark(std::size_t at) const {
  if (const auto roman = roman_month(reading_.tokens()[at])) return NumberAt{*roman, at + 1};
  const auto digits = number(at);
  if (!digits || *digits == 0 || reading_.tokens()[at].folded.size() > 2) return std::nullopt;
  return NumberAt{*digits, at + 1};
}

std::optional<PointAt> DateTokens::day_month(std::size_t at) const {
  const auto day = number(at);
  if (!day) return dotted(at);
  if (!is_join(at + 1) || !inside(at + 2, at)) return std::nullopt;
  const auto month = month_at_mark(at + 2);
  if (!month || *day == 0) return std::nullopt;
  const CalendarPoint point{std::nullopt, month->value, *day};
  if (!is_valid(point)) return std::nullopt;
  // "10-11/2025": two months, no day; the marks of a day are alike.
  if (is(at + 1, "-") && is(at + 3, "/") && year(at + 4)) return std::nullopt;
  const PointAt whole = with_year(point, at + 3);
  // "58/2022/NĐ-CP", "12/1/45": a third part that is no year makes it no date.
  if (is(at + 3, "/") && !whole.point.year) return std::nullopt;
  return valid(whole);
}

// A month in digits, or in words: "tháng Tư", "tháng mười hai".
std::optional<NumberAt> DateTokens::month_number(std::size_t at) const {
  if (at >= reading_.tokens().size()) return std::nullopt;
  if (const auto digits = number(at)) {
    const bool month = *digits >= 1 && *digits <= 12 && reading_.tokens()[at].folded.size() <= 2;
    return month ? std::optional<NumberAt>({*digits, at + 1}) : std::nullopt;
  }
  if (const auto roman = roman_month(reading_.tokens()[at])) return NumberAt{*roman, at + 1};
  const Quantity* words = reading_.quantity_at(at);
  if (words != nullptr) {
    const auto value = words->spelled && words->value ? words->value->to_integer() : std::nullopt;
    return value && *value >= 1 && *value <= 12 ? std::optional<NumberAt>({static_cast<int>(*value), words->last})
                                                : std::nullopt;
  }
  // "Tư" and "Năm" are no numbers when they stand alone.
  const LexiconMatch* word = reading_.match_at(at, "number_words");
  if (word == nullptr || word->value("part") != "digit" || word->value("value") == "0") return std::nullopt;
  return NumberAt{std::stoi(std::string(word->value("value"))), word->last};
}

// "Ngày mười lăm tháng tám" has its day in words.
std::optional<NumberAt> DateTokens::day_number(std::size_t at, bool named) const {
  if (const auto digits = number(at)) return NumberAt{*digits, at + 1};
  const Quantity* words = named ? reading_.quantity_at(at) : nullptr;
  const auto value = words != nullptr && words->spelled && words->value ? words->value->to_integer() : std::nullopt;
  if (!value || *value < 1 || *value > 31) return std::nullopt;
  return NumberAt{static_cast<int>(*value), words->last};
}

std::optional<PointAt> DateTokens::spelled_day_month(std::size_t at, bool named) const {
  const auto day = day_number(at, named);
  if (!day || day->value == 0) return std::nullopt;
  const std::size_t word = named && is(day->last, ",") ? day->last + 1 : day->last;
  if (!is(word, "tháng") || !inside(word + 1, at)) return std::nullopt;
  const auto month = month_number(word + 1);
  if (!month) return std::nullopt;
  return valid(with_bare_year(with_year({std::nullopt, month->value, day->value}, month->last)));
}

std::optional<PointAt> DateTokens::month(std::size_t at) const {
  if (auto point = dotted_month(at)) return point;
  const auto month = month_number(at);
  if (!month) return std::nullopt;
  PointAt whole = with_year({std::nullopt, month->value, 0}, month->last);
  if (at > 0 && is(at - 1, "tháng")) whole = with_bare_year(whole);
  // "mỗi tháng một lần": once a month. In words a month has a capital or a year.
  const bool words = reading_.tokens()[at].kind == TokenKind::kWord;
  if (words && !whole.point.year && !reading_.tokens()[at].capital) return std::nullopt;
  return valid(whole);
}

std::size_t DateTokens::after_clock(std::size_t at) const {
  if (reading_.tokens()[at].kind != TokenKind::kNumber) return at;
  const auto hour = number(at);
  if (!hour || *hour > 24 || reading_.tokens()[at].folded.size() > 2 || !inside(at + 1, at)) return at;
  const auto minutes_at = [&](std::size_t token) {
    const auto minutes = number(token);
    return inside(token, at) && minutes && *minutes < 60 && reading_.tokens()[token].folded.size() == 2;
  };
  if (is(at + 1, ":") && !reading_.tokens()[at + 1].blank_before && minutes_at(at + 2)) {
    return is(at + 3, ":") && minutes_at(at + 4) ? at + 5 : at + 3;
  }
  if (!is_any(at + 1, {"h", "g", "giờ"})) return at;
  // "8 giờ 30/9": the second number begins a date.
  if (!minutes_at(at + 2) || is_join(at + 3)) return at + 2;
  return is(at + 3, "phút") ? at + 4 : at + 3;
}

}  // namespace trichluc
