// Tables on a page that knows only where its words stand (a text layer or a scan without ruled tables): rows and
// columns by the gaps that they leave between them. Ruled tables: ruled_table.h.
#pragma once

#include <vector>

#include "pipeline/source/document.h"

namespace trichluc {

// The cells of the page's tables, in order of table, row and column. A line of words is a row; what a cell goes on with
// in the next line is a row of its own, whose other cells are empty. Empty where the page has no places of words.
//
// Three lines or more with the same wide gaps between short words or figures are a table; two columns of prose and the
// two halves of a letter's head and foot are none.
std::vector<TableCell> find_table_cells(const Page& page);

// The same into page.cells, and each row as a hint to the layout, which then joins no rows. A blank between two cells
// becomes a tab in the page's text, as the text layer has it; no offset changes.
void put_table_cells(Page& page);

}  // namespace trichluc
