// Who received a sum: "… 5 tỷ đồng cho Bệnh viện tỉnh Quảng Trị", "Sở Y tế tiếp nhận …". The name as written.
#pragma once

#include <string>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// Empty where no receiver is named; people ("cho học sinh nghèo"), purposes and the whole country are none. `from`:
// where the sum's own words begin (after the sum before it in the sentence).
std::string recipient_of(const Reading& reading, const Sum& sum, std::size_t from);

}  // namespace trichluc
