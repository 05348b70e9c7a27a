// The words of a page in lines, those of its ruled tables in rows.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/source/pdf/pdf_lines.h"
#include "pipeline/source/table/ruled_table.h"

namespace trichluc {

// The rows of a table, each a line whose segments are its cells, filled line by line; `contents` has the words of each
// of table.cells. Nothing where no table is filled in so: a frame around a text, boxes on a form.
std::optional<std::vector<DrawnLine>> rows_of_table(const RuledTable& table, std::vector<Segment> contents, int number);

// The lines of a page; the rows of a table stand where its first word stood.
std::vector<DrawnLine> lines_with_tables(std::vector<Piece> pieces, const std::vector<RuledTable>& tables,
                                         double width);

}  // namespace trichluc
