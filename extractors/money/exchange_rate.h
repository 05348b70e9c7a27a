// What a unit of money costs in another currency.
#pragma once

#include <vector>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// "tỷ giá 23.000 đồng", "1 EUR = 28.010 VND": the sum number `index` is a rate of exchange or one side of it.
bool is_rate_of_exchange(const Reading& reading, const std::vector<Sum>& sums, std::size_t index);

}  // namespace trichluc
