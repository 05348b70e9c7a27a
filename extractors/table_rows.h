// The tables of a document: rows of cells, as the source marks them. A cell is a stretch of tokens; it may be empty.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extractors/reading.h"

namespace trichluc {

struct Cell {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  bool empty() const { return first == last; }
};

struct TableRow {
  std::vector<Cell> cells;
  std::size_t paragraph = 0;
  bool blanks = false;  // its cells are parted by blanks, none of them is empty
  bool barred = false;  // … by bars
};

struct Table {
  std::vector<TableRow> titles;  // what stands right above the headings: rows of one cell, a caption, the lines before
  std::vector<TableRow> heads;   // rows without figures, above the first one that has some
  std::vector<TableRow> rows;
  bool stacked = false;  // each cell is a paragraph of its own (stacked_cells.h)
};

// The number that fills the whole cell, or null. A date or a law's number is none.
const Quantity* number_in(const Reading& reading, const Cell& cell);
// "1996", "2024": four digits of a year.
bool names_year(std::string_view digits);
// The year that is the whole cell, "2024" or "Năm 2024"; empty: it is none.
std::string_view year_in(const Reading& reading, const Cell& cell);
// "2024": a cell that is a bare year.
bool is_year(const Reading& reading, const Cell& cell);

// In order of the text.
std::vector<Table> find_tables(const Reading& reading);

}  // namespace trichluc
