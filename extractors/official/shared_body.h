// Bodies and words that are said once for several offices of one person: "Phó Chủ tịch kiêm Tổng Thư ký Liên hiệp X".
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "extractors/official/position.h"
#include "extractors/reading.h"

namespace trichluc {

// "đại biểu Quốc hội", which is told by its term.
bool is_deputy(const ReadPosition& read);

bool begins_as(const ReadPosition& read, std::initializer_list<std::string_view> titles);

// Gives each office the body that only the next one names, where both are of it.
void share_bodies(const Reading& reading, std::vector<ReadPosition>& read);

// "nguyên: Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh": the word before the colon is said of all of them.
void share_prefix(const Reading& reading, std::vector<ReadPosition>& read);

}  // namespace trichluc
