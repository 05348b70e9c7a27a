// What text in TCVN3 loses on its way: it has no capitals with tones, and its ư is the soft hyphen of other encodings.
// All take and give UTF-8 in Unicode letters; private to the stage.
#pragma once

#include <string>
#include <string_view>

namespace trichluc::text {

std::string in_capitals(std::string_view text);

// Words written in capitals but for the letters that have none in TCVN3 ("TỉNH", "ủY BAN").
std::string with_lost_capitals(std::string_view text);

// PDF readers hand the soft hyphen on as a hyphen ("n-ớc"). It is a ư where the two sides make one syllable with it and
// are not syllables without.
std::string with_lost_u_horn(std::string_view text);

}  // namespace trichluc::text
