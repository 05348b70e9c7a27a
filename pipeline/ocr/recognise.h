// Pages and parts of pages that have no text of their own are read from their pixels.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/ocr/ocr_engine.h"
#include "pipeline/ocr/page_image.h"
#include "pipeline/source/document.h"

namespace trichluc::ocr {

// Whether a reader left this page, or pictures on it, to the recogniser.
bool needs_recognition(const Page& page);

// The page as a reader left it, read to the end: pixels, clean-up, words, text. What the reader gave of its text (a
// signature's stamp; the text around pictures) stays part of it. A blank page is a page without text, not a failure.
Result<Page> recognise_page(PageImages& images, Page page, OcrEngine& engine);

}  // namespace trichluc::ocr
