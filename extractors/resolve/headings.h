// Which paragraphs are headings: those that a page marks as such, and in plain text those that show it by their number.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// "I", "1", "a" at the head of a heading: headings of one style stand on one level.
enum class HeadingStyle { kRoman, kNumber, kLetter, kWords };
HeadingStyle heading_style(const Reading& reading, std::size_t paragraph);

// "III. Phương hướng năm 2018", short and without a stop.
bool is_heading(const Reading& reading, std::size_t paragraph);

}  // namespace trichluc
