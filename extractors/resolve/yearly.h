// Figures of each year: "mỗi năm có 20-30 tổ chức", "giải ngân 3 triệu USD/năm".
#pragma once

#include "extractors/date/calendar.h"
#include "extractors/resolve/statement.h"

namespace trichluc {

bool is_yearly(const Statement& statement);

// "100 triệu USD/năm hồi đầu thế kỷ, hiện nay khoảng 300 triệu USD/năm": does its sentence tell of which years it is,
// other than those named above?
bool tells_own_years(const Reading& reading, const Statement& statement);

// "giai đoạn 2013 - 2017": from one year to a later one.
bool spans_years(const CalendarSpan& when);

}  // namespace trichluc
