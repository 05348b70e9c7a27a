#include "pipeline/source/picture/pix.h"

#include <cstring>

namespace trichluc {

namespace {

// Leptonica keeps the bytes of a row in 32-bit words of the machine's order; swapping a copy once is quicker than
// addressing each pixel.
std::size_t bytes_per_row(Pix* pix) {
  return static_cast<std::size_t>(pixGetWpl(pix)) * 4;
}

}  // namespace

PixPtr to_pix(const Image& image) {
  PixPtr pix(pixCreateNoInit(image.width, image.height, 8));
  if (!pix) return nullptr;
  auto* rows = reinterpret_cast<unsigned char*>(pixGetData(pix.get()));
  const std::size_t stride = bytes_per_row(pix.get());
  const auto width = static_cast<std::size_t>(image.width);
  for (int y = 0; y < image.height; ++y) {
    unsigned char* row = rows + static_cast<std::size_t>(y) * stride;
    std::memset(row, 0xFF, stride);
    std::memcpy(row, image.grey.data() + image.at(0, y), width);
  }
  pixEndianByteSwap(pix.get());
  return pix;
}

Image to_image(Pix* pix) {
  PixPtr grey(pixConvertTo8(pix, 0));
  if (!grey) return {};
  pixEndianByteSwap(grey.get());
  Image image;
  image.width = pixGetWidth(grey.get());
  image.height = pixGetHeight(grey.get());
  const auto width = static_cast<std::size_t>(image.width);
  image.grey.resize(width * static_cast<std::size_t>(image.height));
  const auto* rows = reinterpret_cast<const unsigned char*>(pixGetData(grey.get()));
  const std::size_t stride = bytes_per_row(grey.get());
  for (int y = 0; y < image.height; ++y) {
    std::memcpy(image.grey.data() + image.at(0, y), rows + static_cast<std::size_t>(y) * stride, width);
  }
  return image;
}

}  // namespace trichluc
