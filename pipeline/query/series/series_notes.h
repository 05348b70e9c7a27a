// What a reader of a line must know before comparing its years: years without a value, and places where it begins to
// measure something else.
#pragma once

#include "extractors/resolve/place_in_time.h"
#include "pipeline/query/series/series.h"

namespace trichluc {

// After the rows are settled. `is_yearly`: the rows are years of one place; else there are no gaps.
void note_gaps_and_breaks(SeriesBlock& block, bool is_yearly, const ProvinceRegister& provinces);

}  // namespace trichluc
