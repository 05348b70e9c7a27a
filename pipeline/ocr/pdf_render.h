// Draws a page of a PDF through Poppler; its .cpp is the only file of this stage that sees it.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/picture/image.h"

namespace trichluc::ocr {

// Grey, as shown on screen (turned pages upright), at `dpi` or less where the sheet is too large for that.
Result<Image> render_page(std::string_view pdf, const std::string& source, int page, double dpi);

}  // namespace trichluc::ocr
