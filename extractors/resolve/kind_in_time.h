// Stock, flow or cumulative: what the words of time around a figure say of it.
#pragma once

#include "extractors/resolve/statement.h"

namespace trichluc {

// Sets the kind where the words of time outweigh what the status usually means ("lũy kế đến nay đã tiếp nhận 215 dự
// án"). `now`: the sentence tells of today. Is the figure one of a day (a stock, or all up to a day)?
bool settle_kind(const Reading& reading, const Statement& statement, const Measure& measure, bool now);

// "Đến nay, các tổ chức đã hỗ trợ tỉnh hơn 20 triệu USD": all that was given up to now, and nothing says since when.
bool is_done_so_far(const Reading& reading, const Statement& statement);

// Is it told of work done, as organisations, projects and aid are, and not of who sat in the meeting?
bool is_work(const Statement& statement);

}  // namespace trichluc
