// Lines of pieces become lines of a page's text, with the place of every word.
#pragma once

#include "pipeline/source/pdf/pdf_lines.h"

namespace trichluc {

// A tab between its segments.
void put_line(const DrawnLine& line, Page& page);
// A row of a ruled table: a tab between columns, also of those that a cell covers, so that what stands below a heading
// has as many tabs before it. Its cells go to page.cells, the row to page.hints.
void put_row(const DrawnLine& row, Page& page);

}  // namespace trichluc
