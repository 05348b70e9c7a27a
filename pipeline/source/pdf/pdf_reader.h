// PDF documents: the text layer with the place of every word, through Poppler. Pages that are pictures
// are wholly unread, and pictures between text are unread parts; the ocr stage reads those.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/opened_document.h"

namespace trichluc {

// Fails for a PDF that is cut off, damaged, without pages or locked by a password. A single damaged page is kFailed
// with its reason and a warning.
//
// `bytes` must outlive what is opened.
Result<OpenedDocumentPtr> open_pdf(std::string_view bytes, const std::string& source);
Result<Document> read_pdf(std::string_view bytes, const std::string& source);

}  // namespace trichluc
