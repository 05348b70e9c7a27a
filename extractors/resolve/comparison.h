// "giảm 25% so với năm 2021": ties a change to the figure it changes, and to the time it is measured against.
#pragma once

#include <vector>

#include "extractors/resolve/context.h"
#include "extractors/resolve/statement.h"
#include "extractors/resolve/years.h"

namespace trichluc {

void resolve_changes(const Reading& reading, std::vector<Statement>& statements, const std::vector<SettledDate>& dates);

// "dự kiến", "phấn đấu" in front of a figure in its clause: expected, not reported. An estimate ("ước đạt") is an
// expectation only while its time is not over on the document's day.
void resolve_certainty(const Reading& reading, std::vector<Statement>& statements, const DocumentContext& context);

}  // namespace trichluc
