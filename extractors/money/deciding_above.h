// The cue in the sentences above that decides for a sum which goes on from there.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// The sentence before in the paragraph; for an item of a list the paragraphs above it.
const LexiconMatch* deciding_above(const Reading& reading, std::size_t first);

}  // namespace trichluc
