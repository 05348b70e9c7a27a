// Two signers side by side, as under joint papers, minutes and agreements: each has the title and the body that stand
// above the name in the same column.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

std::vector<Mention> find_signatures_in_columns(const Reading& reading);

// The last line from this token on that is nothing but names side by side; empty where there is none.
std::vector<PersonName> last_row_of_names(const Reading& reading, std::size_t from);

}  // namespace trichluc
