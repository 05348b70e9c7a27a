// Pages that have no text of their own are read from their pixels.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/ocr/ocr_engine.h"
#include "pipeline/ocr/page_image.h"
#include "pipeline/source/document.h"

namespace trichluc::ocr {

// Whether a reader left this page to the recogniser.
bool needs_recognition(const Page& page);

// One page (from 1): pixels, clean-up, words, text. A blank page is a page without text, not a failure.
Result<Page> recognise_page(PageImages& images, int page, OcrEngine& engine);

}  // namespace trichluc::ocr
