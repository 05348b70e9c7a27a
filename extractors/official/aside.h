// Brackets between a name and its offices that hold no office: "(thứ hai từ trái sang)".
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// "Ông A (thứ hai từ trái sang), Giám đốc …", "ông Lưu Kiến (Liu Jian) - Tổng Lãnh sự": one past the brackets, in which
// no office stands first, or `at`.
std::size_t after_note(const Reading& reading, std::size_t at);

}  // namespace trichluc
