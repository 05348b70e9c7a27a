// Vietnamese tone marks stand in two placements: hòa, khỏe, thúy (traditional) and hoà, khoẻ, thuý (modern). They
// differ only in open oa, oe, uy; never after q, never where the vowel carries a shape mark or the syllable is closed
// (domain: both are correct, so text is stored as written and compared in the traditional placement).
#pragma once

#include <string>
#include <string_view>

namespace trichluc::text {

// Code points of one word in NFC → the same number of code points with the tone in traditional placement. The UTF-8
// size may differ per letter, never the number of letters.
std::u32string traditional_tone(std::u32string_view word);

}  // namespace trichluc::text
