// Sums that go on from the one before them in the sentence: "… gần 9 triệu USD; năm 2018 là 1,1 triệu USD", "Quảng Trị
// nhận 16,4 triệu USD, trong khi Quảng Bình vỏn vẹn 2,1 triệu USD".
#pragma once

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// Only times, places, fields and words that join stand between the two, which are in one currency.
bool is_told_on(const Reading& reading, const Sum& before, const Sum& sum);

}  // namespace trichluc
