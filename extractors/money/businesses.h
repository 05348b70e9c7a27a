// Banks, agencies and firms whose money is mostly lent or invested.
#pragma once

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// "ADB", "Ngân hàng Thế giới", "Tập đoàn Lotte", "Quỹ Mekong Capital": what such a body pays is a gift only where a
// word says so.
bool is_business(const Reading& reading, const Clause& name);

}  // namespace trichluc
