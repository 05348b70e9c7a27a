#include "pipeline/ocr/page_image.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "pipeline/ocr/pdf_render.h"
#include "pipeline/source/pdf/pdf_images.h"
#include "pipeline/source/picture/image_reader.h"

namespace trichluc::ocr {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kDrawnDpi = 300;
constexpr double kWholePage = 0.8;  // of the page's area: a scan may leave the margins bare
// Scans below this are better read from the page drawn larger; above it the picture is no page at this size.
constexpr double kLeastDpi = 90, kMostDpi = 1300;
// Between these a drawing of the page shows every pixel of its picture once.
constexpr double kLeastOwnDpi = 150, kMostOwnDpi = 600;

std::optional<Image> from_rows(const Picture& picture) {
  const auto width = static_cast<std::size_t>(picture.width), samples = static_cast<std::size_t>(picture.samples);
  const std::size_t stride = (width * samples * static_cast<std::size_t>(picture.bits) + 7) / 8;
  const auto height = static_cast<std::size_t>(picture.height);
  if ((picture.bits != 8 && picture.bits != 1) || (picture.bits == 1 && samples != 1)) return std::nullopt;
  if (picture.bytes.size() < stride * height) return std::nullopt;
  Image image;
  image.width = picture.width;
  image.height = picture.height;
  image.grey.reserve(width * height);
  for (std::size_t y = 0; y < height; ++y) {
    const auto* row = reinterpret_cast<const unsigned char*>(picture.bytes.data()) + y * stride;
    for (std::size_t x = 0; x < width; ++x) {
      if (picture.bits == 1) {
        image.grey.push_back((row[x / 8] >> (7 - x % 8) & 1) != 0 ? 255 : 0);
      } else if (samples == 1) {
        image.grey.push_back(row[x]);
      } else {  // the usual weights of red, green and blue, in parts of 256
        const unsigned sum = 77U * row[3 * x] + 150U * row[3 * x + 1] + 29U * row[3 * x + 2];
        image.grey.push_back(static_cast<unsigned char>(sum >> 8));
      }
    }
  }
  return image;
}

std::optional<Image> pixels_of(const Picture& picture, const std::string& source) {
  std::optional<Image> image;
  if (picture.form == PictureForm::kRows) image = from_rows(picture);
  if (picture.form == PictureForm::kFile) {
    if (auto decoded = decode_image(picture.bytes, source, 1)) image = std::move(*decoded);
  }
  if (image && picture.inverted) {
    for (unsigned char& level : image->grey) level = static_cast<unsigned char>(255 - level);
  }
  return image;
}

// Turned clockwise by 90, 180 or 270 degrees.
Image turned(const Image& image, int degrees) {
  if (degrees != 90 && degrees != 180 && degrees != 270) return image;
  Image result = image;
  if (degrees != 180) std::swap(result.width, result.height);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int right = image.width - 1 - x, below = image.height - 1 - y;
      const int to_x = degrees == 90 ? below : degrees == 180 ? right : y;
      const int to_y = degrees == 90 ? x : degrees == 180 ? below : right;
      result.grey[result.at(to_x, to_y)] = image.grey[image.at(x, y)];
    }
  }
  return result;
}

// The dpi of a picture is not what it states: its size on the page says it. 0: no scan of a page has such a one.
double dpi_on(const Box& box, int width, int height) {
  const double across = width * kPointsPerInch / (box.x1 - box.x0);
  const double down = height * kPointsPerInch / (box.y1 - box.y0);
  if (across < kLeastDpi || across > kMostDpi || down > 1.2 * across || across > 1.2 * down) return 0;
  return std::sqrt(across * down);
}

bool is_one_picture(const PagePictures& pictures) {
  return pictures.placed.size() == 1 && pictures.placed[0].upright && pictures.largest_part() >= kWholePage;
}

// A page that has to be drawn is drawn with as many pixels as its picture has (JBIG2), or at 300 dpi.
double drawing_dpi(PdfImages& pdf, int page) {
  const PagePictures pictures = pdf.on_page(page);
  if (!is_one_picture(pictures)) return kDrawnDpi;
  Picture picture = pdf.take(pictures.placed[0].id);
  if (pictures.rotate % 180 != 0) std::swap(picture.width, picture.height);
  const double own = dpi_on(pictures.placed[0].box, picture.width, picture.height);
  return own >= kLeastOwnDpi && own <= kMostOwnDpi ? own : kDrawnDpi;
}

std::optional<PageImage> scan_of(PdfImages& pdf, int page, bool picture_alone, const std::string& source) {
  const PagePictures pictures = pdf.on_page(page);
  // Text that shows over the picture must be seen too, so such a page is drawn.
  if ((pictures.texts > pictures.hidden_texts && !picture_alone) || !is_one_picture(pictures)) return std::nullopt;
  std::optional<Image> image = pixels_of(pdf.take(pictures.placed[0].id), source);
  if (!image || image->empty()) return std::nullopt;
  PageImage result;
  result.image = turned(*image, pictures.rotate);
  result.on_page = pictures.placed[0].box;
  result.page_width = pictures.width;
  result.page_height = pictures.height;
  result.image.dpi = dpi_on(result.on_page, result.image.width, result.image.height);
  return result.image.dpi > 0 ? std::optional(std::move(result)) : std::nullopt;
}

PageImage filling_page(Image image) {
  PageImage result;
  result.page_width = image.width * kPointsPerInch / image.dpi;
  result.page_height = image.height * kPointsPerInch / image.dpi;
  result.on_page = {0, 0, result.page_width, result.page_height};
  result.image = std::move(image);
  return result;
}

}  // namespace

struct PageImages::Impl {
  std::string_view bytes;
  std::string source;
  bool is_pdf = false;
  std::optional<PdfImages> pdf;  // empty for picture files, and for a PDF that only Poppler can open
};

PageImages::PageImages(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PageImages::PageImages(PageImages&&) noexcept = default;
PageImages& PageImages::operator=(PageImages&&) noexcept = default;
PageImages::~PageImages() = default;

Box PageImage::to_points(const Box& pixels) const {
  const double across = (on_page.x1 - on_page.x0) / image.width;
  const double down = (on_page.y1 - on_page.y0) / image.height;
  return {on_page.x0 + pixels.x0 * across, on_page.y0 + pixels.y0 * down, on_page.x0 + pixels.x1 * across,
          on_page.y0 + pixels.y1 * down};
}

Result<PageImages> PageImages::open(std::string_view bytes, const std::string& media_type, const std::string& source) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = bytes;
  impl->source = source;
  impl->is_pdf = media_type == "application/pdf";
  if (impl->is_pdf) {
    if (auto pdf = PdfImages::open(impl->bytes, source)) impl->pdf = std::move(*pdf);
  }
  return PageImages(std::move(impl));
}

PageImage PageImage::part(const Box& points) const {
  PageImage result;
  result.page_width = page_width;
  result.page_height = page_height;
  const double across = image.width / (on_page.x1 - on_page.x0);
  const double down = image.height / (on_page.y1 - on_page.y0);
  const auto pixel = [](double at, int most) { return static_cast<int>(std::clamp(std::lround(at), 0L, long{most})); };
  const int x0 = pixel((points.x0 - on_page.x0) * across, image.width);
  const int x1 = pixel((points.x1 - on_page.x0) * across, image.width);
  const int y0 = pixel((points.y0 - on_page.y0) * down, image.height);
  const int y1 = pixel((points.y1 - on_page.y0) * down, image.height);
  if (x0 >= x1 || y0 >= y1) return result;
  result.on_page =
      to_points({static_cast<double>(x0), static_cast<double>(y0), static_cast<double>(x1), static_cast<double>(y1)});
  result.image.width = x1 - x0;
  result.image.height = y1 - y0;
  result.image.dpi = image.dpi;
  result.image.grey.reserve(static_cast<std::size_t>(x1 - x0) * static_cast<std::size_t>(y1 - y0));
  for (int y = y0; y < y1; ++y) {
    const auto row = image.grey.begin() + static_cast<std::ptrdiff_t>(image.at(x0, y));
    result.image.grey.insert(result.image.grey.end(), row, row + (x1 - x0));
  }
  return result;
}

Result<PageImage> PageImages::get(int page, bool picture_alone) {
  if (!impl_->is_pdf) {
    auto image = decode_image(impl_->bytes, impl_->source, page);
    if (!image) return tl::unexpected<Error>(image.error());
    return filling_page(std::move(*image));
  }
  if (impl_->pdf) {
    if (auto scan = scan_of(*impl_->pdf, page, picture_alone, impl_->source)) return std::move(*scan);
  }
  return drawn(page);
}

Result<PageImage> PageImages::drawn(int page) {
  const double dpi = impl_->pdf ? drawing_dpi(*impl_->pdf, page) : kDrawnDpi;
  auto drawn = render_page(impl_->bytes, impl_->source, page, dpi);
  if (!drawn) return tl::unexpected<Error>(drawn.error());
  return filling_page(std::move(*drawn));
}

}  // namespace trichluc::ocr
