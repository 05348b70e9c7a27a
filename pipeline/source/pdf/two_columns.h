// Finds the rows in which an official letter stands in two columns: its head (agency left, motto right) and its foot
// (recipients left, signature right). Read row by row they would mix two texts.
#pragma once

#include <cstddef>
#include <vector>

namespace trichluc {

// A stretch of a row without a wide gap.
struct Extent {
  double x0 = 0;
  double x1 = 0;
  bool has_digit = false;
};

using Row = std::vector<Extent>;

// Rows [begin, end) stand in two columns; `part` is an x between them. Empty where begin == end.
struct TwoColumns {
  std::size_t begin = 0;
  std::size_t end = 0;
  double part = 0;
};

TwoColumns find_head(const std::vector<Row>& rows, double page_width);
// Only rows from `from` on are looked at. A right column with figures is a table, not a signature.
TwoColumns find_foot(const std::vector<Row>& rows, std::size_t from, double page_width);

}  // namespace trichluc
