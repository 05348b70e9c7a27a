// HTML to lines of visible text, with what the markup says of each line. The only files that see libxml2 are
// html_*.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"

namespace trichluc {

// The class of a table that is one beyond doubt, as the readers of spreadsheets write it.
inline constexpr const char* kSheetClass = "sheet";

Result<Document> read_html(std::string_view bytes, const std::string& source);

}  // namespace trichluc
