// Years of a stretch of years: "từ năm 2003 đến tháng 6/2008 … 227,8 tỷ đồng. Năm 2003 chỉ nhận 22 tỷ đồng, năm 2007 đã
// là 61,4 tỷ đồng": what is told of a time within the whole's is a part of it, so that no series adds both.
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// Sets part_of of sums and of counts of projects where nothing told it: the nearest figure before it, in its paragraph
// or the one above, of the same kind and place, that is larger, of more than one year and no part itself. `candidates`
// must hold the statements' candidates.
void join_parts_in_time(std::vector<Statement>& statements, const std::vector<Candidate>& candidates);

}  // namespace trichluc
