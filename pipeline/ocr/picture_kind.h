// Is a picture worth reading? A photograph between two paragraphs costs seconds and gives letters that nobody wrote.
#pragma once

#include "pipeline/source/image.h"

namespace trichluc::ocr {

// Paper with ink on it: most of it bright, a little of it dark, hardly anything in between.
bool may_hold_text(const Image& image);

}  // namespace trichluc::ocr
