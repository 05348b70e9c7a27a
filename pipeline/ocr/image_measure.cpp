#include "pipeline/ocr/image_measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace trichluc::ocr {

namespace {

using Histogram = std::array<std::size_t, 256>;

int percentile(const Histogram& histogram, double part) {
  std::size_t total = 0;
  for (const std::size_t count : histogram) total += count;
  const double wanted = part * static_cast<double>(total);
  double seen = 0;
  for (std::size_t level = 0; level < histogram.size(); ++level) {
    seen += static_cast<double>(histogram[level]);
    if (seen >= wanted) return static_cast<int>(level);
  }
  return 255;
}

// The page in 8 by 8 tiles; the paper of a tile is its 80th percentile (text covers less than a fifth of a tile).
double unevenness_of(const Image& image) {
  constexpr int kTiles = 8;
  int darkest = 255, lightest = 0;
  for (int tile = 0; tile < kTiles * kTiles; ++tile) {
    const int x0 = image.width * (tile % kTiles) / kTiles, x1 = image.width * (tile % kTiles + 1) / kTiles;
    const int y0 = image.height * (tile / kTiles) / kTiles, y1 = image.height * (tile / kTiles + 1) / kTiles;
    Histogram histogram{};
    for (int y = y0; y < y1; y += 3) {
      for (int x = x0; x < x1; x += 3) ++histogram[image.grey[image.at(x, y)]];
    }
    const int paper = percentile(histogram, 0.8);
    darkest = std::min(darkest, paper);
    lightest = std::max(lightest, paper);
  }
  return lightest - darkest;
}

// Immerkær's estimate (1996): a mask that is blind to slopes and edges, averaged over the pixels of bare paper. Paper
// at 255 is clipped and shows half of its grain, which is the half that the recogniser sees too.
double noise_of(const Image& image, int paper_from) {
  double sum = 0;
  std::size_t count = 0;
  for (int y = 1; y + 1 < image.height; y += 2) {
    for (int x = 1; x + 1 < image.width; x += 2) {
      const auto at = [&](int dx, int dy) { return static_cast<int>(image.grey[image.at(x + dx, y + dy)]); };
      const int corners = at(-1, -1) + at(1, -1) + at(-1, 1) + at(1, 1);
      const int sides = at(0, -1) + at(-1, 0) + at(1, 0) + at(0, 1);
      const int mean = (corners + sides + at(0, 0)) / 9;
      if (mean < paper_from) continue;
      sum += std::abs(corners - 2 * sides + 4 * at(0, 0));
      ++count;
    }
  }
  constexpr double kHalfPi = 1.5707963267948966;
  return count == 0 ? 0 : std::sqrt(kHalfPi) / 6 * sum / static_cast<double>(count);
}

}  // namespace

ImageMeasure measure(const Image& image) {
  ImageMeasure result;
  if (image.width < 16 || image.height < 16) return result;
  Histogram histogram{};
  for (const unsigned char level : image.grey) ++histogram[level];
  result.paper = percentile(histogram, 0.7);
  result.ink = percentile(histogram, 0.01);
  result.two_levels = histogram[0] + histogram[255] == image.grey.size();
  result.unevenness = unevenness_of(image);
  result.noise = noise_of(image, (result.paper * 4 + result.ink) / 5);
  return result;
}

}  // namespace trichluc::ocr
