// Persons and offices of English passages: "Mr. A, Deputy Director of the Department of Foreign Affairs", "VUFO Vice
// President B". English names its bodies behind "of" and sets no end before the person's name.
#pragma once

#include <vector>

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

// In order of the text, never overlapping; nothing of sentences in Vietnamese. A person may be named without an office.
std::vector<Mention> find_english_mentions(const Reading& reading);

}  // namespace trichluc
