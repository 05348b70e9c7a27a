// Which figure is a part of which: a sum for one purpose is a part of the total of the same time and currency, and what
// follows "trong đó" a part of what stands before it.
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// `candidates` must hold the statements' candidates; part_of and ShareFact::of are indices into it.
void resolve_parts(const Reading& reading, std::vector<Statement>& statements, std::vector<Candidate>& candidates);

}  // namespace trichluc
