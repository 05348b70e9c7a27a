// Sums from home: what the people, a province or a society of the country raised.
#pragma once

#include <string_view>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// Why the sum is no gift from abroad, or only in part; empty: nothing says so.
std::string_view why_from_home(const Reading& reading, const Sum& sum);

}  // namespace trichluc
