// Where does a figure hold? A place named in its own clause as a place, else in the sentences before it, else what the
// document is about. A place inside the name of an office ("Sở Ngoại vụ tỉnh Hà Giang") and the town of a meeting say
// nothing about a figure.
#pragma once

#include <vector>

#include "extractors/resolve/context.h"
#include "extractors/resolve/statement.h"

namespace trichluc {

void resolve_places(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context);

}  // namespace trichluc
