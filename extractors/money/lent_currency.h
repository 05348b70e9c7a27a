// Sums whose currency is said once for several: "năm 2001: 90.000; năm 2002: 120.000 USD", "31 tỷ đồng, trong đó y tế 9
// tỷ".
#pragma once

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// The sum whose currency the number shares, or null: the one before, which may have it from another, or the next one
// with a currency of its own.
const Sum* lender_of(const Reading& reading, const Quantity& quantity, const Sum* before, const Sum* next);

}  // namespace trichluc
