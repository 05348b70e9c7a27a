// Counts in the cells of a table, whose words stand in its heading or at the head of the row: a column "Số dự án", a
// row "Số tổ chức PCPNN hoạt động", years as columns or rows.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

struct TableCount {
  Candidate candidate;    // rule "count.table_cell"
  std::size_t first = 0;  // the token of its number
};

// In order of the text. Only cells that hold one whole number; the period where row or column name a year.
std::vector<TableCount> table_counts(const Reading& reading, const Topic& topic);

// Does a new cell begin at this token?
bool opens_cell(const Reading& reading, std::size_t token);

}  // namespace trichluc
