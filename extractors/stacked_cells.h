// Tables that were copied from a page with each cell in a line of its own: "Năm", "Số tổ chức", "Giải ngân (USD)",
// "2012", "14", "930.500", "2013", …. Nothing marks their cells; what gives them away is that the same kinds of cells
// come again row after row, below as many headings.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/table_rows.h"

namespace trichluc {

struct StackedCells {
  Table table;           // without titles
  std::size_t head = 0;  // the paragraph of the first heading
  std::size_t end = 0;   // … behind the last cell
};

// The table whose first row begins at this paragraph; nothing where none does.
std::optional<StackedCells> find_stacked_cells(const Reading& reading, std::size_t paragraph);

}  // namespace trichluc
