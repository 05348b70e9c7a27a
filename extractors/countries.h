// Other countries by their names: "Na Uy", "Nhật Bản", and no word in small letters that is spelled alike ("nga",
// "đức"). Việt Nam is a place, see the table of places.
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// The country whose name begins at this token, or ends just before it; null: none.
const LexiconMatch* country_at(const Reading& reading, std::size_t at);
const LexiconMatch* country_before(const Reading& reading, std::size_t end);

// The country that stands in the brackets which open here, and nothing behind it: "(Hà Lan)"; null: another thing.
const LexiconMatch* country_in_brackets(const Reading& reading, std::size_t open);

}  // namespace trichluc
