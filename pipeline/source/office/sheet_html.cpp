#include "pipeline/source/office/sheet_html.h"

#include <algorithm>

#include "pipeline/source/html/html_reader.h"
#include "pipeline/source/office/office_html.h"

namespace trichluc {
namespace {

std::string span_attribute(const char* name, int span) {
  return span > 1 ? std::string(" ") + name + "=\"" + std::to_string(span) + "\"" : "";
}

}  // namespace

void SheetCells::put(int row, int column, SheetCell cell) {
  if (cell.text.empty()) return;
  if (row < 0 || column < 0 || column >= kMostColumns || cells_.size() >= kMostCells) {
    cut_ = true;
    return;
  }
  cells_[{row, column}] = std::move(cell);
}

void SheetCells::merge(int row, int column, int last_row, int last_column) {
  const auto cell = cells_.find({row, column});
  if (cell == cells_.end()) return;
  constexpr int kMostRows = 10000;
  cell->second.row_span = std::clamp(last_row - row + 1, 1, kMostRows);
  cell->second.column_span = std::clamp(last_column - column + 1, 1, kMostColumns);
}

std::string SheetCells::html() const {
  if (cells_.empty()) return "";
  int first_column = kMostColumns;
  int end_column = 0;
  for (const auto& [place, cell] : cells_) {
    first_column = std::min(first_column, place.second);
    end_column = std::max(end_column, place.second + cell.column_span);
  }
  std::string out = "<table class=\"" + std::string(kSheetClass) + "\">\n";
  int row = -1;
  int column = 0;
  int filled = 0;
  // A sheet stores no empty cells: those at a row's end are written out, but for the rows that are a line of text.
  const auto end_row = [&] {
    for (; filled > 1 && column < end_column; ++column) out += "<td></td>";
  };
  for (const auto& [place, cell] : cells_) {
    if (place.first != row) {
      end_row();
      out += row < 0 ? "<tr>" : "</tr>\n<tr>";
      row = place.first;
      column = first_column;
      filled = 0;
    }
    ++filled;
    for (; column < place.second; ++column) out += "<td></td>";
    out += "<td" + span_attribute("colspan", cell.column_span) + span_attribute("rowspan", cell.row_span) + ">" +
           html_escaped(cell.text) + "</td>";
    column = place.second + cell.column_span;
  }
  end_row();
  return out + "</tr>\n</table>\n";
}

}  // namespace trichluc
