// Which of several statements of one thing is shown as its value, and why: one that a reader corrected; one by which a
// document puts another right; exact over rounded; said by more independent sources; published nearer to the time it is
// about; read with more confidence; read first.
#pragma once

#include <vector>

#include "pipeline/query/series/series.h"

namespace trichluc {

// Settles a row whose entries that may be its value are marked kPreferred: leaves one of them so, in front, and makes
// of the others kAgrees, kAlternative or, of a stock of another day, kOtherTime. A row with nothing but a derived value
// shows that one, marked.
void choose_preferred(SeriesRow& row, bool is_stock, SelfCorrections& self_corrections);

}  // namespace trichluc
