// Where does a figure hold? A place named in its own clause as a place, else in the sentences before it, else what the
// document is about. The name is the one in force at the time of the figure (place_in_time.h); a part of the country is
// neither a province nor the whole, and leaves the place open.
#pragma once

#include <vector>

#include "extractors/resolve/context.h"
#include "extractors/resolve/place_names.h"
#include "extractors/resolve/statement.h"

namespace trichluc {

// After resolve_periods(). `names`: all that find_place_names() finds.
void resolve_places(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context,
                    const std::vector<PlaceMention>& names);

}  // namespace trichluc
