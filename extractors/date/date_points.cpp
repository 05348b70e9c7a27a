#include "extractors/date/date_points.h"

#include <charconv>

namespace trichluc {
namespace {

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool all = error == std::errc{} && end == digits.data() + digits.size();
  return all && !digits.empty() && digits.size() <= 4 ? std::optional<int>(value) : std::nullopt;
}

std::optional<PointAt> valid(CalendarPoint point, std::size_t last) {
  return is_valid(point) ? std::optional<PointAt>(PointAt{point, last}) : std::nullopt;
}

}  // namespace

bool DateTokens::inside(std::size_t at, std::size_t of) const {
  return at < reading_.tokens().size() && reading_.tokens()[at].paragraph == reading_.tokens()[of].paragraph;
}

bool DateTokens::is(std::size_t at, std::string_view word) const {
  return at < reading_.tokens().size() && reading_.tokens()[at].folded == word;
}

std::optional<int> DateTokens::number(std::size_t at) const {
  if (at >= reading_.tokens().size() || reading_.tokens()[at].kind != TokenKind::kNumber) return std::nullopt;
  return whole_number(reading_.tokens()[at].folded);
}

std::optional<int> DateTokens::year(std::size_t at) const {
  const auto value = number(at);
  return value && *value >= 1900 && *value < 2100 ? value : std::nullopt;
}

bool DateTokens::is_join(std::size_t at) const { return is(at, "/") || is(at, "-"); }

// "14.11" and "14.11.2023" are one number token.
std::optional<PointAt> DateTokens::dotted(std::size_t at) const {
  if (at >= reading_.tokens().size() || reading_.tokens()[at].kind != TokenKind::kNumber) return std::nullopt;
  const std::string_view written = reading_.tokens()[at].folded;
  const std::size_t first = written.find('.');
  if (first == std::string_view::npos || written.find(',') != std::string_view::npos) return std::nullopt;
  const std::size_t second = written.find('.', first + 1);
  const auto day = whole_number(written.substr(0, first));
  const auto month = whole_number(written.substr(first + 1, second == std::string_view::npos ? second : second - first - 1));
  if (!day || !month || *day == 0 || *month == 0 || written.substr(first + 1).size() < 1) return std::nullopt;
  CalendarPoint point{std::nullopt, *month, *day};
  if (second != std::string_view::npos) {
    point.year = whole_number(written.substr(second + 1));
    if (!point.year || *point.year < 1900) return std::nullopt;
    return valid(point, at + 1);
  }
  return is_valid(point) ? std::optional<PointAt>(with_year(point, at + 1)) : std::nullopt;
}

// "…/2023", "… năm 2023", "… / 2023" after a day and month or a month.
PointAt DateTokens::with_year(CalendarPoint point, std::size_t last) const {
  std::size_t at = last;
  if (is(at, ",") && is(at + 1, "năm")) ++at;
  const bool named = is(at, "năm");
  if ((named || is_join(at)) && inside(at + 1, last - 1)) {
    if (const auto y = year(at + 1)) {
      point.year = y;
      return {point, at + 2};
    }
  }
  return {point, last};
}

std::optional<PointAt> DateTokens::day_month(std::size_t at) const {
  const auto day = number(at);
  if (!day) return dotted(at);
  if (!is_join(at + 1) || !inside(at + 2, at)) return std::nullopt;
  const auto month = number(at + 2);
  if (!month || *month == 0 || *day == 0 || reading_.tokens()[at + 2].folded.size() > 2) return std::nullopt;
  const CalendarPoint point{std::nullopt, *month, *day};
  if (!is_valid(point)) return std::nullopt;
  // "58/2022/NĐ-CP", "12/1/45": a third part that is no year makes it no date.
  const bool third = is(at + 3, "/");
  const PointAt whole = with_year(point, at + 3);
  if (third && !whole.point.year) return std::nullopt;
  return is_valid(whole.point) ? std::optional<PointAt>(whole) : std::nullopt;
}

std::optional<PointAt> DateTokens::spelled_day_month(std::size_t at) const {
  const auto day = number(at);
  if (!day || *day == 0 || !is(at + 1, "tháng") || !inside(at + 2, at)) return std::nullopt;
  const auto month = number(at + 2);
  if (!month || *month == 0) return std::nullopt;
  const PointAt whole = with_year({std::nullopt, *month, *day}, at + 3);
  return valid(whole.point, whole.last);
}

std::optional<PointAt> DateTokens::month(std::size_t at) const {
  const auto month = number(at);
  if (!month || *month == 0 || *month > 12 || reading_.tokens()[at].folded.size() > 2) return std::nullopt;
  const PointAt whole = with_year({std::nullopt, *month, 0}, at + 1);
  return valid(whole.point, whole.last);
}

std::optional<PointAt> DateTokens::year_point(std::size_t at) const {
  const std::size_t digits = is(at, "năm") ? at + 1 : at;
  const auto value = year(digits);
  if (!value || (digits > at && !inside(digits, at))) return std::nullopt;
  return PointAt{{value, 0, 0}, digits + 1};
}

}  // namespace trichluc
