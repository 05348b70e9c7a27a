// Parts that stand in a list: behind a colon that follows their whole, in the brackets right behind it, behind the word
// that opens a breakdown ("Theo lĩnh vực, …"), or in the lines below it.
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// Sets part_of, and the time and place of the whole where a part tells none. `candidates` must hold the statements'
// candidates.
void join_listed_parts(const Reading& reading, std::vector<Statement>& statements, std::vector<Candidate>& candidates);

}  // namespace trichluc
