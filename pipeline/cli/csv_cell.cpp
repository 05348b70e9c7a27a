#include "pipeline/cli/csv_cell.h"

#include <algorithm>
#include <string_view>

namespace trichluc::cli {
namespace {

bool is_plain_number(std::string_view cell) {
  if (!cell.empty() && cell.front() == '-') cell.remove_prefix(1);
  const auto points = std::count(cell.begin(), cell.end(), '.');
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  return !cell.empty() && points <= 1 && std::all_of(cell.begin(), cell.end(), is_part);
}

}  // namespace

// A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it text.
std::string csv_cell(const std::string& cell) {
  static constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  const bool formula = !cell.empty() && kFormulaStarts.find(cell.front()) != std::string_view::npos;
  const std::string safe = formula && !is_plain_number(cell) ? "'" + cell : cell;
  if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
  return line + "\r\n";
}

}  // namespace trichluc::cli
