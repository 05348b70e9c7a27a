// Cells of CSV files (RFC 4180) that are safe to open in a spreadsheet.
#pragma once

#include <string>
#include <vector>

namespace trichluc::cli {

// Quoted where it must be; a cell that a spreadsheet would run as a formula has an apostrophe before it.
std::string csv_cell(const std::string& text);
// With commas between and CR LF at the end.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace trichluc::cli
