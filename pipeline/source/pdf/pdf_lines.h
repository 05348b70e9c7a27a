// The lines of a page put together from its pieces.
#pragma once

#include <vector>

#include "pipeline/source/boxes.h"
#include "pipeline/source/pdf/pdf_layout.h"

namespace trichluc {

using Segment = std::vector<Piece>;  // a stretch of a line without a wide gap

struct DrawnLine {
  std::vector<Segment> segments;  // none of them empty, but in a row of a ruled table
  Box box;
  double size = 0;
  std::vector<TableCell> cells;  // of such a row: for each segment its place in the table
};

bool on_one_height(const DrawnLine& a, const DrawnLine& b);

// Does text stand side by side, as in a table? Asked before the page's lines are looked for, which takes longer.
bool stands_side_by_side(const std::vector<Piece>& pieces);

// In reading order.
std::vector<DrawnLine> lines_of(std::vector<Piece> pieces);
DrawnLine line_of(Segment segment);
// Poppler gives a table column by column; here its cells come together again in rows.
std::vector<DrawnLine> rows_of(std::vector<DrawnLine> lines, double page_width);

}  // namespace trichluc
