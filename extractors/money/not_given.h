// Sums that nobody gave, whatever stands around them: goods that were lost, a case that a question is about, loans,
// what goes to another country, what was raised at home.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// Why the sum number `index` is none that was given, for `explain`; empty: nothing says so.
std::string_view why_not_given(const Reading& reading, const std::vector<Sum>& sums, std::size_t index);

}  // namespace trichluc
