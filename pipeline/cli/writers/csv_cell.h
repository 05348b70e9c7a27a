// Cells of CSV files (RFC 4180) that are safe to open in a spreadsheet.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/table_rows.h"

namespace trichluc::cli {

// Quoted where it must be; a cell that a spreadsheet would run as a formula has an apostrophe before it.
std::string csv_cell(const std::string& text);
// With commas between and CR LF at the end.
std::string csv_line(const std::vector<std::string>& cells);
// The same line behind what `text` holds.
void append_csv_line(const store::TableRow& cells, std::string& text);

}  // namespace trichluc::cli
