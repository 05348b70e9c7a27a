#include "pipeline/cli/writers/csv_cell.h"

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

bool needs_quotes(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; });
}

// A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it text.
void append_cell(std::string& line, std::string_view cell) {
  static constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  const bool formula = !cell.empty() && kFormulaStarts.find(cell.front()) != std::string_view::npos;
  const std::string_view before = formula && !is_plain_number(cell) ? "'" : "";
  if (!needs_quotes(cell)) {
    line.append(before).append(cell);
    return;
  }
  line.append(1, '"').append(before);
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace

std::string csv_cell(const std::string& cell) {
  std::string safe;
  append_cell(safe, cell);
  return safe;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    append_cell(line, cells[i]);
  }
  return line + "\r\n";
}

void append_csv_line(const store::TableRow& cells, std::string& text) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += ',';
    append_cell(text, cells[i]);
  }
  text += "\r\n";
}

}  // namespace trichluc::cli
