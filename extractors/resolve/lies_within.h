// Does one period lie within the other?
#pragma once

#include "extractors/fact.h"

namespace trichluc {

// "2010-01/2010-10" in "2006/2010"; only where both years are known.
bool lies_within(const Period& part, const Period& whole);

}  // namespace trichluc
