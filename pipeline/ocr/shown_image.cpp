#include "pipeline/ocr/shown_image.h"

#include "pipeline/ocr/pdf_render.h"
#include "pipeline/source/picture/image_reader.h"

namespace trichluc::ocr {
namespace {

constexpr double kShownDpi = 150;  // small print is legible, and a page fits a screen

bool is_pdf(std::string_view media_type) {
  return media_type == "application/pdf";
}

}  // namespace

bool has_picture(std::string_view media_type) {
  return is_pdf(media_type) || media_type.substr(0, 6) == "image/";
}

Result<Image> shown_image(std::string_view bytes, std::string_view media_type, const std::string& source, int page) {
  if (is_pdf(media_type)) return render_page(bytes, source, page, kShownDpi);
  if (has_picture(media_type)) return decode_image(bytes, source, page);
  return fail(
      ErrorCode::kUnreadableInput,
      {"this source has no picture of its pages; use --text", "nguồn này không có hình của trang; hãy dùng --text"},
      source);
}

}  // namespace trichluc::ocr
