// VIQR (RFC 1456): Vietnamese in ASCII, each letter followed by its marks ("Vie^.t Nam", "ddu+o+`ng", "cho\." where a
// sign is meant as it stands).
#pragma once

#include <string>
#include <string_view>

namespace trichluc::text {

// UTF-8 to UTF-8. A word becomes Vietnamese only where it makes a possible syllable, and signs at its end that do not
// belong to it ("dda^u?") stay signs, so that English words and punctuation without a backslash are kept.
std::string decode_viqr(std::string_view text);

}  // namespace trichluc::text
