// Where do words say where something holds? Names of provinces, known districts and parts of the country behind a
// preposition or as the subject of their clause; never those inside an office's or a person's name, the seat of a
// mission or the town of a meeting.
#pragma once

#include <vector>

#include "extractors/reading.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {

// Those of the names that say so, in the order of the text.
std::vector<PlaceMention> find_place_mentions(const Reading& reading, const std::vector<PlaceMention>& names);

}  // namespace trichluc
