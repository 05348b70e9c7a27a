// Who gave a sum: "World Vision cam kết tài trợ …", "do Tổ chức X tài trợ", "… viện trợ của AP". The name as written.
#pragma once

#include <string>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// Empty where no giver is named; "các tổ chức PCPNN" and the like are no name. `from`: where the sum's own words begin
// (after the sum before it in the sentence).
std::string donor_of(const Reading& reading, const Sum& sum, std::size_t from);

// "World Vision hỗ trợ 350.000 USD, CRS 100.000 USD": the name that stands alone between the sum before, which ends at
// `from`, and this one.
std::string donor_in_row(const Reading& reading, const Sum& sum, std::size_t from);

}  // namespace trichluc
