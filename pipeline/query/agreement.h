// Can two statements be true of one quantity? "hơn 220 triệu" and 220.7 million can, 223 and 224 million cannot.
#pragma once

#include <limits>

#include "pipeline/query/observation.h"

namespace trichluc {

// Where the true value may lie, by the words of the statement and by how finely it is told.
struct ValueRange {
  double low = 0;
  double high = std::numeric_limits<double>::infinity();
  bool overlaps(const ValueRange& other) const { return low <= other.high && other.low <= high; }
};

// A statement without a number leaves everything open.
ValueRange range_of(const Observation& observation);

// Told as the number itself, without "hơn", "gần", "khoảng" and not as a range.
bool is_exact(const Observation& observation);

// The size of the last digit that is not 0: 1,000,000 for 223,000,000, and 0.1 for 41.3.
double finest_unit(const Decimal& value);

bool agree(const Observation& a, const Observation& b);

}  // namespace trichluc
