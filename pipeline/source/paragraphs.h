// Where paragraphs begin on a page, told from the places of its lines.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/source/document.h"

namespace trichluc {

// `size` is the size of type in the units of the box, about the height of a line of text without the space above it.
struct LineShape {
  Box box;
  double size = 0;
  double first_word = 0;      // its width; 0: unknown
  bool begins_small = false;  // with a small letter: a sentence goes on
};

// Fills the last two from the first word of the line.
void look_at_first_word(LineShape& line, std::string_view word, const Box& box);

// For each line in reading order: does it begin a paragraph? A wider gap, an indent, another size of type or another
// column says so; the lines of a centred title stay together.
std::vector<bool> paragraph_starts(const std::vector<LineShape>& lines);

}  // namespace trichluc
