#include "extractors/resolve/lies_within.h"

#include "extractors/date/calendar.h"

namespace trichluc {

bool lies_within(const Period& part, const Period& whole) {
  const auto small = parse_iso(part);
  const auto large = parse_iso(whole);
  if (!small || !large || !small->has_year() || !large->has_year()) return false;
  const auto before = [](int year, int month, int other_year, int other_month) {
    return year != other_year ? year < other_year : month < other_month;
  };
  const auto month_of = [](const CalendarPoint& point, int unsaid) { return point.month > 0 ? point.month : unsaid; };
  const CalendarPoint small_end = small->to.value_or(small->from);
  const CalendarPoint large_end = large->to.value_or(large->from);
  if (!small_end.year || !large_end.year) return false;
  return !before(*small->from.year, month_of(small->from, 1), *large->from.year, month_of(large->from, 1)) &&
         !before(*large_end.year, month_of(large_end, 12), *small_end.year, month_of(small_end, 12));
}

}  // namespace trichluc
