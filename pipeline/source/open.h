// From a file or bytes to a Document: sniffs the kind, calls the reader of that kind.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/opened_document.h"

namespace trichluc {

Result<Document> open_document(const std::filesystem::path& file);
// `source` is what the user called it ("-" for standard input). `bytes` must outlive what is opened.
Result<OpenedDocumentPtr> open_pages(std::string_view bytes, const std::string& source);
Result<Document> open_bytes(std::string_view bytes, const std::string& source);

// The bytes of a file; ErrorCode::kFileAccess where there are none to be had.
Result<std::string> read_file(const std::filesystem::path& file);

}  // namespace trichluc
