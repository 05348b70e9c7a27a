// The lines of the source as cells: what wide gaps, tabs and bars set apart, as in the two columns above and below a
// document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/span.h"

namespace trichluc {

// As read.
struct LinePiece {
  std::string_view text;
  std::size_t line = 0;
};

struct FrameCell {
  std::string shaped;  // NFC, single blanks
  std::string folded;  // byte for byte alike
  std::size_t line = 0;
  Span in_raw;  // of the text that was cut into cells
};

// Pieces and cells of the lines that are not blank, in order; `line` counts all lines. Rules ("-----") are no cells.
std::vector<LinePiece> line_pieces(std::string_view raw, std::size_t most_lines);
std::vector<FrameCell> frame_cells(std::string_view raw, std::size_t most_lines);

bool in_capitals(std::string_view shaped);  // letters, none of them small

}  // namespace trichluc
