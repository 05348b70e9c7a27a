// Tables of a plain text, whose columns are set with blanks.
#pragma once

#include "pipeline/source/document.h"

namespace trichluc {

// Each row as a hint to the layout, which then joins no rows: a line of three headings or more that no figure stands
// among, and below it, ruled lines between or not, two rows or more of as many cells, all figures behind the first.
// Cells are parted by two blanks or more. Linear in the length of the text.
void put_blank_rows(Page& page);

}  // namespace trichluc
