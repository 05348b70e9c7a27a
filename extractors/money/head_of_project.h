// "MCNV có 3 dự án, trị giá 680.000 Euro", "tổ chức Seed to Table đang kết thúc dự án nuôi vịt (45.000 USD)": the donor
// heads the clause, its projects follow, and what they cost.
#pragma once

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

// Null where another body stands between, where some of the cost is not the donor's, or where nothing around speaks of
// aid. `first`, `last`: the sum's tokens.
const LexiconMatch* head_of_project(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last);

}  // namespace trichluc
