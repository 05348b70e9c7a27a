// "tới nay đã thực hiện 46 dự án ở 14 tỉnh, tổng trị giá gần 9 triệu USD": the sum is that of all the projects counted.
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// A sum told in the sentence behind a count of projects up to some day is of all that time too, where no other time
// stands between them. After the kinds and periods are settled.
void settle_sums_of_counted(const Reading& reading, std::vector<Statement>& statements);

}  // namespace trichluc
