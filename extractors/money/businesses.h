// Bodies whose money is mostly no gift: banks, agencies and firms that lend or invest, states that spend at home.
#pragma once

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// "ADB", "Ngân hàng Thế giới", "Tập đoàn Lotte", "Quỹ Mekong Capital": what such a body pays is a gift only where a
// word says so.
bool is_business(const Reading& reading, const Clause& name);

// "Chính phủ Hà Lan", "EU", "Bộ Ngoại giao Đức": who spends most at home.
bool is_state(const Reading& reading, const Clause& name);

}  // namespace trichluc
