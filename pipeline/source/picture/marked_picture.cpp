#include "pipeline/source/picture/marked_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "pipeline/source/picture/pix.h"

namespace trichluc {
namespace {

constexpr double kMargin = 1.5;  // points around the words
constexpr int kBlueLeft = 90;    // of 255: paper turns yellow, ink stays ink
constexpr unsigned char kRed[] = {214, 40, 40};

struct PixelBox {
  int x0, y0, x1, y1;
};

PixelBox pixels_of(const Box& box, const ColourImage& image, double across, double down) {
  const auto at = [](double points, double scale, int most) {
    return static_cast<int>(std::clamp(std::lround(points * scale), 0L, long{most}));
  };
  return {at(box.x0 - kMargin, across, image.width), at(box.y0 - kMargin, down, image.height),
          at(box.x1 + kMargin, across, image.width), at(box.y1 + kMargin, down, image.height)};
}

void mark(ColourImage& image, const PixelBox& box) {
  for (int y = box.y0; y < box.y1; ++y) {
    for (int x = box.x0; x < box.x1; ++x) {
      unsigned char* pixel = &image.rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                             static_cast<std::size_t>(x))];
      const bool edge = x < box.x0 + 2 || x >= box.x1 - 2 || y < box.y0 + 2 || y >= box.y1 - 2;
      if (edge) {
        std::copy(std::begin(kRed), std::end(kRed), pixel);
      } else {
        pixel[2] = static_cast<unsigned char>(pixel[2] * kBlueLeft / 255);
      }
    }
  }
}

}  // namespace

ColourImage with_marks(const Image& page, double page_width, double page_height, const std::vector<Box>& marks) {
  ColourImage image{page.width, page.height, {}};
  image.rgb.reserve(page.grey.size() * 3);
  for (const unsigned char level : page.grey) image.rgb.insert(image.rgb.end(), 3, level);
  if (page_width <= 0 || page_height <= 0) return image;
  for (const Box& box : marks) mark(image, pixels_of(box, image, page.width / page_width, page.height / page_height));
  return image;
}

ColourImage at_most(const ColourImage& image, int width) {
  const int step = (image.width + width - 1) / std::max(width, 1);
  if (step <= 1) return image;
  ColourImage small{image.width / step, image.height / step, {}};
  small.rgb.reserve(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height) * 3);
  const auto at = [&](int x, int y, int colour) {
    return image
        .rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) +
             static_cast<std::size_t>(colour)];
  };
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      for (int colour = 0; colour < 3; ++colour) {
        int sum = 0;
        for (int i = 0; i < step * step; ++i) sum += at(x * step + i % step, y * step + i / step, colour);
        small.rgb.push_back(static_cast<unsigned char>(sum / (step * step)));
      }
    }
  }
  return small;
}

std::string to_png(const ColourImage& image) {
  silence_leptonica();
  const PixPtr pix(pixCreate(image.width, image.height, 32));
  if (!pix) return {};
  l_uint32* data = pixGetData(pix.get());
  const int words = pixGetWpl(pix.get());
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const unsigned char* pixel = &image.rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                                   static_cast<std::size_t>(x))];
      composeRGBPixel(pixel[0], pixel[1], pixel[2], data + static_cast<std::ptrdiff_t>(y) * words + x);
    }
  }
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&bytes, &size, pix.get(), 0) != 0) return {};
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return png;
}

}  // namespace trichluc
