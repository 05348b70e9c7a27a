// The place that the text is about, told without its name: "toàn tỉnh", "hoạt động tại tỉnh", "tỉnh tiếp nhận", "trên
// địa bàn TP", "tỉnh ta", "cho địa phương".
#pragma once

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// Do such words stand in these tokens? No number of provinces, and no named one.
bool names_own_place(const Reading& reading, const Clause& clause);

}  // namespace trichluc
