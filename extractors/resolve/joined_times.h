// Times that are told together: "trong 2 năm 2014, 2015" is one stretch of two years, "(cùng kỳ năm 2022 …)" the months
// of the period before it in another year.
#pragma once

#include <vector>

#include "extractors/reading.h"
#include "extractors/resolve/years.h"

namespace trichluc {

// The stretch that ends with this one of the dates, where those before it are joined to it and follow one another
// ("tháng 10 và tháng 11", "quý I và quý II/2023"); else the date's own.
CalendarSpan joined_span(const Reading& reading, const std::vector<SettledDate>& dates, std::size_t index);

// The same part of another year: "2023-01/2023-06" moved to 2022. Empty where the period is no part of one year.
std::optional<CalendarSpan> moved_to_year(const CalendarSpan& period, int year);

}  // namespace trichluc
