// For which time does a figure hold? The statement's own words, its sentence, the sentences before, the heading, what
// the document reviews; for a stock at last the document's own day. Every choice outside the statement leaves an
// inference.
#pragma once

#include <vector>

#include "extractors/resolve/context.h"
#include "extractors/resolve/statement.h"
#include "extractors/resolve/years.h"

namespace trichluc {

void resolve_periods(const Reading& reading, std::vector<Statement>& statements, const std::vector<SettledDate>& dates,
                     const DocumentContext& context);

}  // namespace trichluc
