// The words of meeting_words.tsv in a stretch of text, by their kind.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/reading.h"

namespace trichluc {

// The first match of that kind in tokens [first, last).
const LexiconMatch* meeting_word_in(const Reading& reading, std::size_t first, std::size_t last, std::string_view kind);

// Does the sentence hold a word for a meeting, a visit or a signing? Most hold none.
bool names_meeting(const Reading& reading, const Sentence& sentence);

}  // namespace trichluc
