// By how much, not how many: "tăng 5 tổ chức", "giảm 44 dự án so với năm 2020", "nhiều hơn năm trước 3 tổ chức".
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// Does the number before the counted noun `head` tell a difference?
bool is_difference(const Reading& reading, const Quantity& quantity, const LexiconMatch& head);

}  // namespace trichluc
