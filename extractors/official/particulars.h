// What is told of a person between the name and the office (nhân thân): age, birth, home.
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// "ông A (41 tuổi, trú xã X, huyện Y, quyền Giám đốc …)", "bà B, 56 tuổi, Chủ tịch …": the comma before the office, of
// the name that ends at this token; `at` where no particulars stand there, or no office behind them.
std::size_t past_particulars(const Reading& reading, std::size_t at);

}  // namespace trichluc
