// Vietnamese tone marks stand in two placements: hòa, khỏe, thúy (traditional) and hoà, khoẻ, thuý (modern). They
// differ only in open oa, oe, uy; never after q, never where the vowel carries a shape mark or the syllable is closed
// (domain: both are correct, so text is stored as written and compared in the traditional placement).
#pragma once

#include <string>

namespace trichluc::text {

// Moves the tone of one word, code points in NFC, to its traditional place. The size in UTF-8 may change per letter,
// the number of letters never does.
void place_tone(std::u32string& word);

}  // namespace trichluc::text
