// Text on a terminal: how wide it is, cut and padded to a width, and safe to show (documents may hold control
// characters).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trichluc::cli {

// Line ends, tabs and control characters become one blank.
std::string on_one_line(std::string_view text);
// Columns on a terminal: combining marks take none, wide East Asian letters two.
std::size_t width_of(std::string_view text);
// At most `width` columns; what was cut off shows as "…".
std::string shortened(std::string_view text, std::size_t width);
std::string padded(std::string text, std::size_t width);
std::string padded_left(const std::string& text, std::size_t width);

}  // namespace trichluc::cli
