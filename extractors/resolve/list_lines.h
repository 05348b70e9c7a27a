// Lines of a list ("- …", "+ …", "1. …") and the line above them that opens it.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/reading.h"

namespace trichluc {

// Does the paragraph begin with a mark, a number or a letter of a list?
bool is_list_line(const Reading& reading, std::size_t paragraph);

// Are two list lines marked alike? Lines marked otherwise are of another level.
bool is_same_level(const Reading& reading, std::size_t line, std::size_t other);

// Behind the last of the unmarked lines of a list that begins here, right below a line that ends with a colon; `first`
// where there is none.
std::size_t end_of_bare_lines(const Reading& reading, std::size_t first);

// The paragraph that opens the list in which this one stands: it ends with a colon, or is a short line without a stop.
std::optional<std::size_t> lead_of_list(const Reading& reading, std::size_t paragraph);

}  // namespace trichluc
