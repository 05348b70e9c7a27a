// A page as people see it, for showing: drawn by Poppler, or the picture itself.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/picture/image.h"

namespace trichluc::ocr {

// Can a page of this media type be shown as a picture at all? Text, HTML and office files have no pages of their own.
bool has_picture(std::string_view media_type);

// Pages count from 1. Fails with kUnreadableInput.
Result<Image> shown_image(std::string_view bytes, std::string_view media_type, const std::string& source, int page);

}  // namespace trichluc::ocr
