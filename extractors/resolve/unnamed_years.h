// Stretches of years that a document does not date, around a figure.
#pragma once

#include "extractors/resolve/statement.h"
#include "extractors/resolve/years.h"

namespace trichluc {

// "Chỉ trong 10 năm gần đây, …": such a time is the figure's, and `date`, which may be null, stands further off.
bool spans_bare_years(const Reading& reading, const Statement& statement, const SettledDate* date);

}  // namespace trichluc
