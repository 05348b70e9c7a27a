// Sums of a series in a text whose headline tells of aid: "2003 - 90 triệu USD, 2004 - 140 triệu, 2005 - 175 triệu",
// "Hà Nội (79 triệu USD), Đà Nẵng (41 triệu), Huế (38 triệu)".
#pragma once

#include <cstddef>

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

// The headline's word of aid, where the sum that begins at this token is one of three or more of its sentence that each
// stand behind a year or a place; null: it is none of such.
const LexiconMatch* series_under_headline(const Reading& reading, const Topic& topic, std::size_t first);

}  // namespace trichluc
