// One slip of print or of the recogniser: a letter dropped, added or exchanged ("cá" for "các", "ước" for "nước").
#pragma once

#include <string_view>

namespace trichluc {

// True when the words are equal or one edit of one letter apart. Counts code points, not bytes.
bool within_one_slip(std::string_view a, std::string_view b);

// True when the phrases have as many words, and each is within one slip of the other's; equal phrases are.
bool words_within_slips(std::string_view a, std::string_view b);

}  // namespace trichluc
