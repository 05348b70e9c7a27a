#include "pipeline/source/image_reader.h"

#include <cmath>
#include <string_view>
#include <utility>

#include "pipeline/source/pix.h"

namespace trichluc {

namespace {

constexpr double kPointsPerInch = 72;
constexpr int kMaxTiffPages = 10000;
// 400 million pixels: an A3 sheet at 1200 dpi has 280 million. More is a fault or an attack on the memory.
constexpr double kMaxPixels = 4e8;

bool is_tiff(std::string_view bytes) {
  return bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4));
}

const l_uint8* as_bytes(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

// A sheet between a postcard and A3 is believed; "72 dpi" on a scan of 2,000 pixels is not, and then the sheet is A4.
double judged_dpi(int width, int height, double stated) {
  const double longer = std::max(width, height);
  if (stated > 0 && longer / stated >= 5.0 && longer / stated <= 17.0) return stated;
  return longer / 11.69;
}

tl::unexpected<Error> unreadable(const std::string& source, int page) {
  const std::string number = std::to_string(page);
  return fail(ErrorCode::kUnreadableInput,
              {"the picture of page " + number + " is damaged or cut off; scan or copy the file again",
               "hình của trang " + number + " bị hỏng hoặc bị cắt cụt; hãy quét hoặc sao chép lại tệp"},
              source + "#" + number);
}

bool has_sane_size(std::string_view bytes) {
  if (is_tiff(bytes)) return true;  // checked page by page below, Leptonica's header reader sees the first page only
  l_int32 format = 0, width = 0, height = 0;
  if (pixReadHeaderMem(as_bytes(bytes), bytes.size(), &format, &width, &height, nullptr, nullptr, nullptr) != 0) {
    return false;
  }
  return static_cast<double>(width) * height <= kMaxPixels;
}

// libjpeg and libpng tell of a missing end on standard error, past Leptonica's switch, so the mark is looked for first.
// Cameras may append data of their own; the mark is then somewhere before.
bool has_end(std::string_view bytes) {
  const bool is_jpeg = bytes.starts_with("\xFF\xD8");
  return bytes.rfind(is_jpeg ? "\xFF\xD9" : "IEND") != std::string_view::npos;
}

// The picture at `offset`, which is moved to the next one; 0 after the last. Only TIFF has more than one.
PixPtr read_next(std::string_view bytes, std::size_t& offset) {
  if (!is_tiff(bytes)) {
    offset = 0;
    return PixPtr(has_end(bytes) && has_sane_size(bytes) ? pixReadMem(as_bytes(bytes), bytes.size()) : nullptr);
  }
  return PixPtr(pixReadMemFromMultipageTiff(as_bytes(bytes), bytes.size(), &offset));
}

Image judged(Pix* pix) {
  Image image = to_image(pix);
  image.dpi = judged_dpi(image.width, image.height, pixGetXRes(pix));
  return image;
}

Page page_of(const Image& image, int number) {
  Page page;
  page.number = number;
  page.origin = TextOrigin::kFailed;
  page.reason = "a picture; read from its pixels";
  page.width = image.width * kPointsPerInch / image.dpi;
  page.height = image.height * kPointsPerInch / image.dpi;
  page.unread = {{0, 0, page.width, page.height}};
  page.hard_wrapped = true;
  return page;
}

}  // namespace

Result<Document> read_image(std::string_view bytes, const std::string& source) {
  silence_leptonica();
  Document document;
  document.encoding = "utf-8";
  std::size_t offset = 0;
  for (int number = 1; number <= kMaxTiffPages; ++number) {
    const PixPtr pix = read_next(bytes, offset);
    const Image image = pix ? judged(pix.get()) : Image{};
    if (image.empty()) return unreadable(source, number);
    document.pages.push_back(page_of(image, number));
    if (offset == 0) break;
  }
  return document;
}

Result<Image> decode_image(std::string_view bytes, const std::string& source, int page) {
  silence_leptonica();
  std::size_t offset = 0;
  for (int number = 1; number <= page; ++number) {
    const PixPtr pix = read_next(bytes, offset);
    if (!pix) break;
    if (number == page) {
      Image image = judged(pix.get());
      if (!image.empty()) return image;
    }
    if (offset == 0) break;
  }
  return unreadable(source, page);
}

}  // namespace trichluc
