#include "pipeline/ocr/picture_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <numeric>

namespace trichluc::ocr {
namespace {

constexpr std::size_t kLevels = 256;
using Histogram = std::array<std::size_t, kLevels>;

Histogram histogram_of(const Image& image) {
  Histogram counts{};
  for (const unsigned char level : image.grey) ++counts[level];
  return counts;
}

double part(const Histogram& counts, std::size_t from, std::size_t to, std::size_t all) {
  const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(from);
  const auto end = counts.begin() + static_cast<std::ptrdiff_t>(to);
  return static_cast<double>(std::accumulate(begin, end, std::size_t{0})) / static_cast<double>(all);
}

}  // namespace

bool may_hold_text(const Image& image) {
  // Letters on a shaded table still leave more paper than ink; a photograph spreads over all levels.
  constexpr double kLeastPaper = 0.55;
  constexpr double kLeastInk = 0.002;
  constexpr double kMostInk = 0.4;
  constexpr std::size_t kNear = 24;    // levels about the paper's own
  constexpr std::size_t kDarker = 70;  // levels below it, at least, is ink
  if (image.empty()) return false;
  const Histogram counts = histogram_of(image);
  const auto paper =
      static_cast<std::size_t>(std::distance(counts.begin(), std::max_element(counts.begin(), counts.end())));
  if (paper < kDarker) return false;
  const double bright = part(counts, paper - kNear, std::min(paper + kNear, kLevels - 1) + 1, image.grey.size());
  const double ink = part(counts, 0, paper - kDarker + 1, image.grey.size());
  return bright >= kLeastPaper && ink >= kLeastInk && ink <= kMostInk;
}

bool is_blank(const Image& image) {
  constexpr int kMarginParts = 25;      // the outer 4 % on each side
  constexpr int kFainter = 40;          // levels below the paper: pencil and faint stamps
  constexpr double kMostInk = 0.00005;  // of the sheet: a figure alone on A4 at 300 dpi is as much
  if (image.empty()) return true;
  const Histogram counts = histogram_of(image);
  const auto paper = static_cast<int>(std::distance(counts.begin(), std::max_element(counts.begin(), counts.end())));
  std::size_t ink = 0;
  for (int y = image.height / kMarginParts; y < image.height - image.height / kMarginParts; ++y) {
    for (int x = image.width / kMarginParts; x < image.width - image.width / kMarginParts; ++x) {
      if (image.grey[image.at(x, y)] < paper - kFainter) ++ink;
    }
  }
  return static_cast<double>(ink) <= kMostInk * static_cast<double>(image.grey.size());
}

}  // namespace trichluc::ocr
