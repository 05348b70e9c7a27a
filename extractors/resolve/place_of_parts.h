// Where a part lies whose own words do not tell it: where its whole does. "…, viện trợ cho Việt Nam 108 triệu USD. Hơn
// 30 triệu USD trong đó đi vào y tế", told at a meeting in a city.
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// After resolve_parts(): the place that a part has from the document alone gives way to the whole's.
void resolve_places_of_parts(const Reading& reading, std::vector<Statement>& statements,
                             std::vector<Candidate>& candidates);

}  // namespace trichluc
