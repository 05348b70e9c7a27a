// Tables that are drawn with lines between their cells.
#pragma once

#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/source/table/ruled_line.h"

namespace trichluc {

// Points. Rows and columns count from 0.
struct RuledCell {
  Box box;
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
};

struct RuledTable {
  Box box;
  int rows = 0;
  int columns = 0;
  std::vector<RuledCell> cells;  // in order of row and column; none overlaps another
};

// Lines that meet are one table, where they part two columns and two rows at least. Cells without a line between them
// are one. A drawing of too many lines is none. In order from the top of the page.
std::vector<RuledTable> find_ruled_tables(const std::vector<RuledLine>& lines);

}  // namespace trichluc
