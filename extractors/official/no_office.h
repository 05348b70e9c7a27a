// What reads like an office among those of one person and is none of his.
#pragma once

#include <vector>

#include "extractors/official/position.h"
#include "extractors/reading.h"

namespace trichluc {

// "làm trưởng đoàn" (leads the delegation), "đại diện nhóm hộ nuôi cá": what is an office only with a body that has a
// name.
void drop_without_body(const Reading& reading, std::vector<ReadPosition>& read);

// "… của Thủ tướng Chính phủ, Bộ trưởng Ngoại giao A", "gặp Tổng Giám đốc WHO, Thủ tướng A nói": nobody is both.
void drop_superior(std::vector<ReadPosition>& read);

}  // namespace trichluc
