// The frame below the text: recipients in the left column, capacity and signer in the right one.
#pragma once

#include <vector>

#include "extractors/extract.h"
#include "extractors/letterhead/frame_lines.h"
#include "extractors/letterhead/frame_words.h"
#include "extractors/reading.h"

namespace trichluc {

// Adds recipients, capacity and signer, with their proofs. `cells` of the whole text.
void read_foot(const Reading& reading, const FrameWords& words, const std::vector<FrameCell>& cells,
               HeaderFields& header);

}  // namespace trichluc
