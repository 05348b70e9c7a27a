// Parts that are known by arithmetic: figures that follow one another and add up to the one before or behind them, and
// a sum whose percentage of another one is told beside it ("1.402.300 USD, chiếm 48,9%").
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// Sets part_of where nothing told it. `candidates` must hold the statements' candidates.
void join_parts_by_sum(const Reading& reading, std::vector<Statement>& statements, std::vector<Candidate>& candidates);

// A part of which no time is told has that of its whole.
void take_period(Candidate& part, const Candidate& whole);

}  // namespace trichluc
