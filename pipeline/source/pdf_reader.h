// PDF documents: the text layer with the place of every word, through Poppler. Pages that are pictures say
// "needs recognition" (image_reader.h); the ocr stage reads those.
#pragma once

#include <string>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"

namespace trichluc {

// Fails for a PDF that is cut off, damaged, without pages or locked by a password. A single damaged page is kFailed
// with its reason and a warning.
Result<Document> read_pdf(const std::string& bytes, const std::string& source);

}  // namespace trichluc
