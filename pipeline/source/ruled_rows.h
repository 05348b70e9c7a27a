// The words of a page in lines, those of its ruled tables in rows.
#pragma once

#include <vector>

#include "pipeline/source/pdf_lines.h"
#include "pipeline/source/ruled_table.h"

namespace trichluc {

// A row of a ruled table is one line, its cells filled line by line; the rows stand where their first words stood. What
// is drawn like a table but holds none (a frame around a text, boxes to fill in) is left in its lines.
std::vector<DrawnLine> lines_with_tables(std::vector<Piece> pieces, const std::vector<RuledTable>& tables,
                                         double width);

}  // namespace trichluc
