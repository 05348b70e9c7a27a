// Two readings of one page put together: the text layer and what was recognised from the pictures beside it.
#pragma once

#include "pipeline/source/document.h"

namespace trichluc::ocr {

// Behind everything else, as a block of its own: a stamp, wherever it lies, is no part of the text around it.
void append_block(Page& page, const Page& block);

// Below the last line that stands above the block in its part of the width, before all lines where there is none.
void insert_block(Page& page, const Page& block);

}  // namespace trichluc::ocr
