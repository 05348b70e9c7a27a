#include "pipeline/ocr/pdf_render.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

namespace trichluc::ocr {

namespace {

constexpr double kMostPixels = 6e7;  // A3 at 450 dpi; a wall map is drawn coarser instead of filling the memory

tl::unexpected<Error> cannot_draw(const std::string& source, int page) {
  const std::string number = std::to_string(page);
  return fail(ErrorCode::kUnreadableInput,
              {"page " + number + " cannot be drawn; export the PDF again",
               "không vẽ được trang " + number + "; hãy xuất lại tệp PDF"},
              source + "#" + number);
}

Image grey_of(const poppler::image& drawn) {
  Image image;
  image.width = drawn.width();
  image.height = drawn.height();
  const auto width = static_cast<std::size_t>(image.width);
  image.grey.resize(width * static_cast<std::size_t>(image.height));
  for (int y = 0; y < image.height; ++y) {
    std::memcpy(image.grey.data() + image.at(0, y), drawn.const_data() + y * drawn.bytes_per_row(), width);
  }
  return image;
}

}  // namespace

Result<Image> render_page(std::string_view pdf, const std::string& source, int page, double dpi) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  if (!document || document->is_locked()) return cannot_draw(source, page);
  const std::unique_ptr<poppler::page> shown(document->create_page(page - 1));
  if (!shown) return cannot_draw(source, page);
  const poppler::rectf sheet = shown->page_rect(poppler::crop_box);
  const double pixels = sheet.width() * sheet.height() * dpi * dpi / (72 * 72);
  if (!(pixels > 0)) return cannot_draw(source, page);
  if (pixels > kMostPixels) dpi *= std::sqrt(kMostPixels / pixels);
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const poppler::image drawn = renderer.render_page(shown.get(), dpi, dpi);
  if (!drawn.is_valid() || drawn.format() != poppler::image::format_gray8) return cannot_draw(source, page);
  Image image = grey_of(drawn);
  image.dpi = dpi;
  return image;
}

}  // namespace trichluc::ocr
