// A picture of a page is read with the cells of its ruled tables one by one: lines of neighbouring cells that stand at
// different heights confuse the recogniser, and so do the lines between them.
#pragma once

#include "pipeline/ocr/ocr_engine.h"

namespace trichluc::ocr {

// The words of a picture that stands straight, those of a table where it stands in the reading order, cell by cell.
Result<RecognisedPage> read_with_cells(const Image& image, OcrEngine& engine);

}  // namespace trichluc::ocr
