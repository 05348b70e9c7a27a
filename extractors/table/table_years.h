// Tables whose columns are years and whose rows say what is told: "Vốn cam kết (nghìn USD) | 2.145 | 1.630" below
// "2001 | 2002". Turned on their side they are read as the others are.
#pragma once

#include <optional>

#include "extractors/table_rows.h"

namespace trichluc {

// The table with a row a year, the year in its first cell, and the names of its rows as headings; empty: its columns
// are no years, or a row has another number of cells than they.
std::optional<Table> turned_by_years(const Reading& reading, const Table& table);

}  // namespace trichluc
