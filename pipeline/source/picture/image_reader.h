// PNG, JPEG and TIFF pictures of pages, through Leptonica. A picture has no text yet: its pages are wholly unread, and
// the ocr stage asks decode_image for the pixels.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"
#include "pipeline/source/picture/image.h"

namespace trichluc {

// One page for each picture of the file (TIFF may hold several). A single picture is decoded once, so that a truncated
// file is refused here; the pictures of a TIFF are only counted.
Result<Document> read_image(std::string_view bytes, const std::string& source);

// The pixels of one page (from 1).
Result<Image> decode_image(std::string_view bytes, const std::string& source, int page);

}  // namespace trichluc
