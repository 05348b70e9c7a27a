// Tables of a plain text, whose columns are set with blanks or parted by bars.
#pragma once

#include "pipeline/source/document.h"

namespace trichluc {

// Each row as a hint to the layout, which then joins no rows: a line of three headings or more that no figure stands
// among, and below it, ruled lines between or not, two rows or more of as many cells, all figures behind the first.
// Cells are parted by two blanks or more; or by bars ("| Y tế | 3 | 250.000 |"), where words may stand among the
// figures and blank lines between the rows. Linear in the length of the text.
void put_table_rows(Page& page);

}  // namespace trichluc
