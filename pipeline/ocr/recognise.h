// Pages that have no text of their own are read from their pixels.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/ocr/ocr_engine.h"
#include "pipeline/ocr/page_image.h"
#include "pipeline/source/document.h"

namespace trichluc::ocr {

// Whether a reader left this page to the recogniser.
bool needs_recognition(const Page& page);

// One page (from 1): pixels, clean-up, words, text. A blank page is a page without text, not a failure.
Result<Page> recognise_page(PageImages& images, int page, OcrEngine& engine);

// The same from the bytes of the document, for a job that reads a single page.
Result<Page> recognise_page(const std::string& bytes, const std::string& media_type, int page, OcrEngine& engine);

// Reads every page that needs it and fills document.ocr. A page that cannot be read stays kFailed with the reason; the
// other pages are still read.
void recognise_document(Document& document, const std::string& bytes, OcrEngine& engine);

}  // namespace trichluc::ocr
