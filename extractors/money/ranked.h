// "Y tế vẫn dẫn đầu với 41,2 triệu USD", "Địa phương nhận nhiều nhất là Hà Nội (79 triệu USD)": fields and places in
// the order of the aid they get, in a text that speaks of aid.
#pragma once

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

// The word of the order, or null: the sum belongs to no field or place that is told first or next.
const LexiconMatch* ranked_first(const Reading& reading, const Topic& topic, std::size_t first);

}  // namespace trichluc
