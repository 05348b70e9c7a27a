// A spreadsheet's cells as an HTML table. Sheets are mostly empty: only what is filled costs anything.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace trichluc {

// Rows and columns count from 0.
struct SheetCell {
  std::string text;
  int row_span = 1;
  int column_span = 1;
};

class SheetCells {
 public:
  // Past these a cell is not kept, and is_cut() says so: a sheet of a report has some thousands.
  static constexpr std::size_t kMostCells = 500000;
  static constexpr int kMostColumns = 400;

  void put(int row, int column, SheetCell cell);
  void merge(int row, int column, int last_row, int last_column);
  bool is_cut() const { return cut_; }
  bool empty() const { return cells_.empty(); }

  // <table>…</table>; empty rows are left out, empty cells between filled ones are kept.
  std::string html() const;

 private:
  std::map<std::pair<int, int>, SheetCell> cells_;
  bool cut_ = false;
};

}  // namespace trichluc
