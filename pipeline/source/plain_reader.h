// Plain text: one page, the text unchanged but for being UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"

namespace trichluc {

Result<Document> read_plain(std::string_view bytes, const std::string& source);

// Are the lines cut at a paper's or mail's width, so that they must be joined into paragraphs?
bool is_hard_wrapped(std::string_view text);

}  // namespace trichluc
