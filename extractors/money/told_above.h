// Sums whose own sentence does not say what they are, since the paragraphs above do: items of lists, breakdowns,
// answers.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// `first`: the sum's first token, its bounds among it.
bool is_told_above(const Reading& reading, std::size_t first);

// "- Giảm. Năm 2015 còn được 4,4 triệu USD": the answer in an interview goes on with what the one before spoke of.
bool is_answer(const Reading& reading, std::size_t first);

// "Khánh thành cầu do Quỹ VESAF (Hoa Kỳ) tài trợ", and below "Cầu có tổng kinh phí xây dựng 144 triệu đồng": who gave
// what the work costs is told in the headline.
const LexiconMatch* giver_in_headline(const Reading& reading, std::size_t first);

}  // namespace trichluc
