// ZIP archives of documents: nothing to read of their own, but entries, each a document or an archive again.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/opened_document.h"

namespace trichluc {

// `bytes` must outlive what is opened.
Result<OpenedDocumentPtr> open_zip(std::string_view bytes, const std::string& source);

}  // namespace trichluc
