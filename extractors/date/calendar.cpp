#include "extractors/date/calendar.h"

#include <array>
#include <charconv>
#include <string_view>

namespace trichluc {
namespace {

std::string two(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string to_iso(const CalendarPoint& point) {
  if (!point.year && (point.month == 0 || point.day == 0)) return {};
  std::string out = point.year ? std::to_string(*point.year) : "-";
  if (point.month > 0) out += "-" + two(point.month);
  if (point.day > 0) out += "-" + two(point.day);
  return out;
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional<int>(value) : std::nullopt;
}

std::optional<CalendarPoint> parse_point(std::string_view iso) {
  CalendarPoint point;
  if (iso.starts_with("--")) {
    iso.remove_prefix(2);
  } else {
    point.year = number(iso.substr(0, 4));
    if (iso.size() < 4 || !point.year) return std::nullopt;
    iso.remove_prefix(iso.size() > 4 ? 5 : 4);
  }
  if (iso.size() >= 2) point.month = number(iso.substr(0, 2)).value_or(0);
  if (iso.size() >= 5) point.day = number(iso.substr(3, 2)).value_or(0);
  return is_valid(point) ? std::optional<CalendarPoint>(point) : std::nullopt;
}

}  // namespace

bool is_valid(const CalendarPoint& point) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (point.year && (*point.year < 1900 || *point.year > 2099)) return false;
  if (point.month == 0) return point.day == 0;
  if (point.month < 1 || point.month > 12 || point.day < 0) return false;
  if (point.month == 2 && point.day == 29 && point.year && !is_leap(*point.year)) return false;
  return point.day <= kDays[static_cast<std::size_t>(point.month - 1)];
}

std::string to_iso(const CalendarSpan& span) {
  const std::string from = to_iso(span.from);
  if (from.empty()) return {};
  if (span.open) return from + "/..";
  if (!span.to) return from;
  const std::string to = to_iso(*span.to);
  return to.empty() ? std::string{} : from + "/" + to;
}

std::optional<CalendarSpan> parse_iso(const std::string& iso) {
  const std::size_t slash = iso.find('/');
  const auto from = parse_point(std::string_view(iso).substr(0, slash));
  if (!from) return std::nullopt;
  CalendarSpan span{*from, std::nullopt, false};
  if (slash == std::string::npos) return span;
  const std::string_view rest = std::string_view(iso).substr(slash + 1);
  if (rest == "..") {
    span.open = true;
    return span;
  }
  span.to = parse_point(rest);
  return span.to ? std::optional<CalendarSpan>(span) : std::nullopt;
}

}  // namespace trichluc
