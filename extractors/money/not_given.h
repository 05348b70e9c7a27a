// Sums that nobody gave, whatever stands around them: what a unit of money costs, goods that were lost, a case that a
// question is about.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// "tỷ giá 23.000 đồng", "1 EUR = 28.010 VND": the sum number `index` is a rate of exchange or one side of it.
bool is_rate_of_exchange(const Reading& reading, const std::vector<Sum>& sums, std::size_t index);

// "Quỹ X tài trợ 250 triệu USD … tại châu Phi", "cuộc chiến toàn cầu chống bệnh lao": the document speaks of the world
// or of another part of it, and nothing in it names the country, a province or a district.
bool tells_of_world(const Reading& reading);

// Why the sum number `index` is none that was given, for `explain`; empty: nothing says so.
std::string_view why_not_given(const Reading& reading, const std::vector<Sum>& sums, std::size_t index);

}  // namespace trichluc
