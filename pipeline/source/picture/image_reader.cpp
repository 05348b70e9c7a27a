#include "pipeline/source/picture/image_reader.h"

#include <cmath>
#include <string_view>
#include <utility>

#include "pipeline/source/picture/pix.h"

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

tl::unexpected<Error> too_large(const std::string& source, int page) {
  return fail(
      ErrorCode::kUnreadableInput,
      {"the picture has more than 400 million pixels, which no page needs; scan it at 300 dpi or cut it in pieces",
       "ảnh có hơn 400 triệu điểm ảnh, không trang nào cần đến; hãy quét ở 300 dpi hoặc cắt nhỏ"},
      source + "#" + std::to_string(page));
}

// What a picture says of itself, without its pixels. No width: there is no such picture, or it cannot be read.
struct PictureHead {
  l_int32 width = 0;
  l_int32 height = 0;
  l_int32 dpi = 0;

  bool is_too_large() const { return static_cast<double>(width) * height > kMaxPixels; }
};

// `page` from 1; only TIFF has more than one.
PictureHead head_of(std::string_view bytes, int page) {
  PictureHead head;
  l_int32 samples = 0;
  const bool bad = is_tiff(bytes) ? readHeaderMemTiff(as_bytes(bytes), bytes.size(), page - 1, &head.width,
                                                      &head.height, nullptr, &samples, &head.dpi, nullptr, nullptr) != 0
                                  : pixReadHeaderMem(as_bytes(bytes), bytes.size(), nullptr, &head.width, &head.height,
                                                     nullptr, nullptr, nullptr) != 0;
  return bad || head.width <= 0 || head.height <= 0 ? PictureHead{} : head;
}

// libjpeg and libpng tell of a missing end on standard error, past Leptonica's switch, so the mark is looked for first.
// Cameras may append data of their own; the mark is then somewhere before.
bool has_end(std::string_view bytes) {
  using namespace std::string_view_literals;
  // JPEG, and JPEG 2000 bare or in a file of its own.
  const bool is_jpeg = bytes.starts_with("\xFF\xD8") || bytes.starts_with("\xFF\x4F\xFF\x51") ||
                       bytes.starts_with("\x00\x00\x00\x0CjP  "sv);
  return bytes.rfind(is_jpeg ? "\xFF\xD9" : "IEND") != std::string_view::npos;
}

PixPtr decoded(std::string_view bytes, int page) {
  if (is_tiff(bytes)) return PixPtr(pixReadMemTiff(as_bytes(bytes), bytes.size(), page - 1));
  return PixPtr(has_end(bytes) ? pixReadMem(as_bytes(bytes), bytes.size()) : nullptr);
}

Image judged(Pix* pix) {
  Image image = to_image(pix);
  image.dpi = judged_dpi(image.width, image.height, pixGetXRes(pix));
  return image;
}

// The sheet that a picture of that size is.
Page page_of(int width, int height, double dpi, int number) {
  Page page;
  page.number = number;
  page.origin = TextOrigin::kFailed;
  page.reason = "a picture; read from its pixels";
  page.width = width * kPointsPerInch / dpi;
  page.height = height * kPointsPerInch / dpi;
  page.unread = {{0, 0, page.width, page.height}};
  page.hard_wrapped = true;
  return page;
}

// A TIFF may hold a thousand pages: they are counted by their heads, and a damaged one costs itself when it is read.
Document pages_of_tiff(std::string_view bytes) {
  Document document;
  for (int number = 1; number <= kMaxTiffPages; ++number) {
    const PictureHead head = head_of(bytes, number);
    if (head.width == 0) break;
    document.pages.push_back(page_of(head.width, head.height, judged_dpi(head.width, head.height, head.dpi), number));
  }
  return document;
}

}  // namespace

Result<Document> read_image(std::string_view bytes, const std::string& source) {
  silence_leptonica();
  Document document;
  if (is_tiff(bytes)) {
    document = pages_of_tiff(bytes);
    if (document.pages.empty()) return unreadable(source, 1);
  } else {
    const auto image = decode_image(bytes, source, 1);
    if (!image) return tl::unexpected(image.error());
    document.pages.push_back(page_of(image->width, image->height, image->dpi, 1));
  }
  document.encoding = "utf-8";
  return document;
}

Result<Image> decode_image(std::string_view bytes, const std::string& source, int page) {
  silence_leptonica();
  const PictureHead head = head_of(bytes, page);
  if (head.is_too_large()) return too_large(source, page);
  const PixPtr pix = head.width > 0 ? decoded(bytes, page) : nullptr;
  Image image = pix ? judged(pix.get()) : Image{};
  if (image.empty()) return unreadable(source, page);
  return image;
}

}  // namespace trichluc
