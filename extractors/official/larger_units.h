// The administrative units that a commune, a ward or a district lies in, as told behind it: "xã Tòng Đậu, huyện Mai
// Châu, tỉnh Hòa Bình", "quận 1 (TP.HCM)".
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// One past the larger units, each behind a comma, that follow tokens [first, last), or `last`: where these end with a
// smaller unit and its name ("Chủ tịch UBND xã Tòng Đậu").
std::size_t past_larger_units(const Reading& reading, std::size_t first, std::size_t last);

// The same in brackets, which open at `open` behind tokens [first, open): one past the closing one, or `open`.
std::size_t past_units_in_brackets(const Reading& reading, std::size_t first, std::size_t open);

}  // namespace trichluc
