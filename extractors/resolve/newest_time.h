// The newest month that a text tells as reached: "tính đến 31/10/2025", "9 tháng năm 2013", "đến hết tháng 6/2008". A
// document that bears no day of its own was written soon after it.
#pragma once

#include <optional>
#include <vector>

#include "extractors/date/date_reader.h"
#include "extractors/reading.h"
#include "extractors/resolve/context.h"

namespace trichluc {

// Nothing where no such month is told, or where the text names a later year that is no plan.
std::optional<Told<CalendarPoint>> newest_month(const Reading& reading, const std::vector<DateReading>& dates);

// "hứa trong quý I-1999 sẽ tài trợ", "dự kiến tháng 3/2025", "từ nay đến tháng 3/2025": is it still to come?
bool lies_ahead(const Reading& reading, const DateReading& date);

// The year of a day or month that is told without one, seen from that month; nothing where it may be in another.
std::optional<int> year_seen_from(const CalendarPoint& newest, const CalendarPoint& told);

}  // namespace trichluc
