// Two signers side by side, as under joint papers, minutes and agreements: each has the title and the body that stand
// above the name in the same column.
#pragma once

#include <vector>

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

std::vector<Mention> find_signatures_in_columns(const Reading& reading);

}  // namespace trichluc
