// "xây xong năm 2010 bằng 45.000 USD của Quỹ", "được xây từ 612 triệu đồng của dự án": whose money something was made
// with, who was told of above.
#pragma once

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

// The word for the project or the body, in a text that speaks of aid; null: another thing. `first`, `last`: the sum's
// tokens with its bounds.
const LexiconMatch* spent_of_project(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last);

}  // namespace trichluc
