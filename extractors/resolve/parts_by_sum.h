// Parts that are known by arithmetic: figures that follow one another and add up to the one before or behind them, and
// a sum whose percentage of another one is told beside it ("1.402.300 USD, chiếm 48,9%").
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// Sets part_of where nothing told it. `candidates` must hold the statements' candidates.
void join_parts_by_sum(const Reading& reading, std::vector<Statement>& statements, std::vector<Candidate>& candidates);

// A province's figure is no part of another one's; where nothing is told, it may be.
bool may_lie_within(const std::string& part, const std::string& whole);

// A few round figures add up by chance: two parts must give all the digits of a number that has some.
bool add_up_by_no_chance(const Decimal& whole, std::size_t parts);

// A part of which no time is told has that of its whole.
void take_period(Candidate& part, const Candidate& whole);

}  // namespace trichluc
