#include "extractors/resolve/joined_times.h"

#include <optional>

namespace trichluc {
namespace {

// Whole years or months, counted; empty for days, open periods and what has no year.
struct Counted {
  bool months = false;
  int first = 0;
  int last = 0;
};

std::optional<Counted> counted(const CalendarSpan& when) {
  const CalendarPoint& from = when.from;
  const CalendarPoint& to = when.to ? *when.to : from;
  if (when.open || !from.year || !to.year || from.day > 0 || to.day > 0) return std::nullopt;
  if ((from.month == 0) != (to.month == 0)) return std::nullopt;
  if (from.month == 0) return Counted{false, *from.year, *to.year};
  return Counted{true, *from.year * 12 + from.month, *to.year * 12 + to.month};
}

bool follows(const CalendarSpan& next, const CalendarSpan& before) {
  const auto a = counted(before);
  const auto b = counted(next);
  return a && b && a->months == b->months && b->first == a->last + 1;
}

// "hai năm 2011", "3 tháng 5": the number in front says that more than one follow.
bool tells_how_many(const Reading& reading, std::size_t first) {
  return first > 0 &&
         (reading.quantity_at(first - 1) != nullptr || reading.match_before(first, "number_words") != nullptr);
}

}  // namespace

CalendarSpan joined_span(const Reading& reading, const std::vector<SettledDate>& dates, std::size_t index) {
  std::size_t first = index;
  for (; first > 0; --first) {
    const DateReading& previous = dates[first - 1].date;
    const bool linked = previous.last + 1 == dates[first].date.first &&
                        (reading.is(previous.last, ",") || reading.is(previous.last, "và"));
    if (!linked || !follows(dates[first].date.when, previous.when)) break;
  }
  // "trong hai năm 2011 và 2012": and those behind.
  std::size_t last = index;
  for (; last + 1 < dates.size(); ++last) {
    const DateReading& here = dates[last].date;
    const DateReading& next = dates[last + 1].date;
    const bool linked = here.last + 1 == next.first && reading.is_any(here.last, {",", "và"});
    const bool counted = first < last || tells_how_many(reading, dates[first].date.first);
    if (!linked || !counted || !follows(next.when, here.when)) break;
  }
  CalendarSpan when = dates[last].date.when;
  if (first == last) return when;
  if (!when.to) when.to = when.from;
  when.from = dates[first].date.when.from;
  return when;
}

std::optional<CalendarSpan> moved_to_year(const CalendarSpan& period, int year) {
  const bool one_year = period.from.year && !period.open && (!period.to || period.to->year == period.from.year);
  if (!one_year) return std::nullopt;
  CalendarSpan moved = period;
  moved.from.year = year;
  if (moved.to) moved.to->year = year;
  const bool valid = is_valid(moved.from) && (!moved.to || is_valid(*moved.to));
  return valid ? std::optional<CalendarSpan>(moved) : std::nullopt;
}

}  // namespace trichluc
