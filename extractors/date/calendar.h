// Days, months and years as a document states them, whole or in part, and their ISO 8601 form.
#pragma once

#include <optional>
#include <string>

namespace trichluc {

// A day, month or year; 0 and empty: not stated.
struct CalendarPoint {
  std::optional<int> year;
  int month = 0;
  int day = 0;

  friend bool operator==(const CalendarPoint&, const CalendarPoint&) = default;
};

// One point, or from one point to another; `open`: to no stated end ("từ năm 2016 đến nay").
struct CalendarSpan {
  CalendarPoint from;
  std::optional<CalendarPoint> to;
  bool open = false;

  bool has_year() const { return from.year.has_value(); }
  friend bool operator==(const CalendarSpan&, const CalendarSpan&) = default;
};

// Months 1 to 12 and days of the Gregorian calendar; a missing year counts as a leap year. Years 1900 to 2099: the
// field begins after 1945 and nothing in it looks further ahead.
bool is_valid(const CalendarPoint& point);

// "2019-04-10", "2018-07", "2018", "--04-10", "2023-01/2023-08", "2016/.."; empty when a month has no year.
std::string to_iso(const CalendarSpan& span);

// Reads what to_iso writes (a single point without a year included); empty when it is something else.
std::optional<CalendarSpan> parse_iso(const std::string& iso);

}  // namespace trichluc
