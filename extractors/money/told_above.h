// Sums whose own sentence does not say what they are, since the paragraphs above do: items of lists, breakdowns,
// answers.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// `first`: the sum's first token, its bounds among it.
bool is_told_above(const Reading& reading, std::size_t first);

// "- Giảm. Năm 2015 còn được 4,4 triệu USD": the answer in an interview goes on with what the one before spoke of.
bool is_answer(const Reading& reading, std::size_t first);

}  // namespace trichluc
