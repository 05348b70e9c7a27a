// Is a picture worth reading? A photograph between two paragraphs costs seconds and gives letters that nobody wrote.
#pragma once

#include "pipeline/source/picture/image.h"

namespace trichluc::ocr {

// Paper with ink on it: most of it bright, a little of it dark, hardly anything in between.
bool may_hold_text(const Image& image);

// A sheet with nothing on it: not a line, not a page number, not a faint stamp. The margins, where scanners leave
// shades, do not count; dust does, so that a dirty sheet is read rather than passed over.
bool is_blank(const Image& image);

}  // namespace trichluc::ocr
