#include "pipeline/query/covered_time.h"

#include "extractors/date/calendar.h"

namespace trichluc {
namespace {

constexpr int kNoEnd = 99991231;
constexpr int kFirstDay = 101;
constexpr int kLastDay = 1231;
constexpr int kYearStep = 10000;

int first_day(const CalendarPoint& point) {
  return *point.year * kYearStep + (point.month > 0 ? point.month : 1) * 100 + (point.day > 0 ? point.day : 1);
}

int last_day(const CalendarPoint& point) {
  return *point.year * kYearStep + (point.month > 0 ? point.month : 12) * 100 + (point.day > 0 ? point.day : 31);
}

// "2018-01/2018-12" and "2018-01-01/2018-12-31" are 2018; whole years make a range of years.
TimeShape shape_of(int first, int last) {
  if (first == last) return TimeShape::kDay;
  if (first / kYearStep != last / kYearStep) return TimeShape::kYears;
  return first % kYearStep == kFirstDay && last % kYearStep == kLastDay ? TimeShape::kYear : TimeShape::kPartOfYear;
}

}  // namespace

CoveredTime covered_time(const std::string& period) {
  const auto span = parse_iso(period);
  if (!span || !span->has_year()) return {};
  const int first = first_day(span->from);
  if (span->open) return {TimeShape::kOpen, first, kNoEnd};
  const CalendarPoint& end = span->to ? *span->to : span->from;
  if (!end.year) return {};
  const int last = last_day(end);
  if (last < first) return {};
  return {shape_of(first, last), first, last};
}

std::string year_before(const std::string& period) {
  auto span = parse_iso(period);
  if (!span || !span->has_year() || span->open) return "";
  --*span->from.year;
  if (span->to && span->to->year) --*span->to->year;
  return to_iso(*span);
}

}  // namespace trichluc
