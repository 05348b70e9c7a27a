#include "pipeline/ocr/clean_up.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/ocr/image_measure.h"
#include "pipeline/source/picture/pix.h"

namespace trichluc::ocr {

namespace {

constexpr double kDegree = 3.14159265358979323846 / 180;

// The gates, from pages that were read with and without each step.
constexpr int kFaintContrast = 140;  // paper less ink; office scans have 180 and more
constexpr double kUneven = 40;       // paper between the lightest and the darkest eighth of the page
constexpr double kGrain = 3;         // JPEG scans without noise stay below 2
constexpr double kSpecksPerSquareInch = 0.5;
constexpr double kLeastSkew = 0.15;  // degrees
constexpr double kMostSkew = 6;
constexpr double kUsualDpi = 200;
constexpr double kFineDpi = 300;
constexpr int kSmallestLetter = 5, kLargestLetter = 150;  // pixels; smaller is dirt, larger is a picture
constexpr double kReadableLetter = 13;                    // pixels: letters of 10 points at 200 dpi
constexpr float kSureOfSkew = 3;                          // Leptonica's ratio; its own advice

// Illumination taken out, then stretched so that paper is white and ink is black.
PixPtr level_background(PixPtr pix) {
  PixPtr even(pixBackgroundNormSimple(pix.get(), nullptr, nullptr));
  if (!even) return pix;
  const ImageMeasure seen = measure(to_image(even.get()));
  if (seen.paper - seen.ink < 8) return pix;  // a blank page: nothing to stretch but grain
  PixPtr stretched(pixGammaTRC(nullptr, even.get(), 1.0F, seen.ink, std::max(seen.ink + 8, seen.paper - 4)));
  return stretched ? std::move(stretched) : std::move(even);
}

PixPtr smooth(PixPtr pix) {
  L_KERNEL* row = nullptr;
  L_KERNEL* column = nullptr;
  makeGaussianKernelSep(2, 2, 1.0F, 1.0F, &row, &column);
  PixPtr done(row && column ? pixConvolveSep(pix.get(), row, column, 8, 1) : nullptr);
  kernelDestroy(&row);
  kernelDestroy(&column);
  return done ? std::move(done) : std::move(pix);
}

PixPtr black_and_white(Pix* pix) {
  return PixPtr(pixConvertTo1(pix, 160));
}

// Black spots too small for the dot of an "ị" or a full stop: at 200 dpi those are three pixels wide.
bool remove_specks(PixPtr& pix, double dpi) {
  const int side = std::max(1, static_cast<int>(dpi / 100));
  PixPtr ink = black_and_white(pix.get());
  if (!ink) return false;
  PixPtr kept(pixSelectBySize(ink.get(), side, side, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
  if (!kept) return false;
  PixPtr specks(pixXor(nullptr, ink.get(), kept.get()));
  l_int32 count = 0;
  if (!specks || pixCountConnComp(specks.get(), 8, &count) != 0) return false;
  const double square_inches = pixGetWidth(pix.get()) / dpi * (pixGetHeight(pix.get()) / dpi);
  if (count < kSpecksPerSquareInch * square_inches) return false;
  PixPtr wiped(pixDilateBrick(nullptr, specks.get(), 3, 3));
  if (!wiped) return false;
  pixSubtract(wiped.get(), wiped.get(), kept.get());
  return pixSetMasked(pix.get(), wiped.get(), 255) == 0;
}

// The angle in degrees that turns the lines level, 0 where it cannot be told or is not worth a loss of sharpness.
double skew_of(Pix* pix) {
  PixPtr ink = black_and_white(pix);
  l_float32 angle = 0, sureness = 0;
  if (!ink || pixFindSkew(ink.get(), &angle, &sureness) != 0) return 0;
  const double degrees = static_cast<double>(angle);
  if (sureness < kSureOfSkew || std::abs(degrees) < kLeastSkew || std::abs(degrees) > kMostSkew) return 0;
  return degrees;
}

PixelMap map_between(const Image& cleaned, const Image& scan, double angle) {
  PixelMap map;
  map.scale = static_cast<double>(scan.width) / cleaned.width;
  map.angle = angle;
  map.cleaned_x = cleaned.width / 2.0;
  map.cleaned_y = cleaned.height / 2.0;
  map.scan_x = scan.width / 2.0;
  map.scan_y = scan.height / 2.0;
  return map;
}

// The usual height of the connected strokes of ink: letters, most of them small ones without a mark.
int letter_height(Pix* pix) {
  PixPtr ink = black_and_white(pix);
  Boxa* boxes = ink ? pixConnCompBB(ink.get(), 8) : nullptr;
  std::vector<int> heights;
  for (l_int32 i = 0; i < (boxes ? boxaGetCount(boxes) : 0); ++i) {
    l_int32 height = 0;
    boxaGetBoxGeometry(boxes, i, nullptr, nullptr, nullptr, &height);
    if (height >= kSmallestLetter && height <= kLargestLetter) heights.push_back(height);
  }
  boxaDestroy(&boxes);
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

// Letters of a fine scan are read better and sooner at 200 dpi, as long as they stay large enough there. Coarse
// scans are not enlarged: at 150 dpi that made more wrong words than it mended.
double scale_for(Pix* pix, double dpi, const CleanUpOptions& options) {
  if (options.target_dpi > 0) return options.target_dpi / dpi;
  if (dpi < kFineDpi - 30) return 1;
  const double smaller = kUsualDpi / dpi;
  return letter_height(pix) * smaller >= kReadableLetter ? smaller : std::min(1.0, kFineDpi / dpi);
}

}  // namespace

Box PixelMap::to_scan(const Box& cleaned) const {
  const double x = ((cleaned.x0 + cleaned.x1) / 2 - cleaned_x) * scale;
  const double y = ((cleaned.y0 + cleaned.y1) / 2 - cleaned_y) * scale;
  const double middle_x = scan_x + x * std::cos(angle) + y * std::sin(angle);
  const double middle_y = scan_y - x * std::sin(angle) + y * std::cos(angle);
  const double half_width = (cleaned.x1 - cleaned.x0) * scale / 2;
  const double half_height = (cleaned.y1 - cleaned.y0) * scale / 2;
  return {middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height};
}

CleanedImage clean_up(const Image& scan, const CleanUpOptions& options) {
  silence_leptonica();
  CleanedImage result;
  const ImageMeasure seen = measure(scan);
  PixPtr pix = to_pix(scan);
  if (!pix || scan.width < 16 || scan.height < 16) return {scan, map_between(scan, scan, 0), {}};
  if (options.background && (seen.paper - seen.ink < kFaintContrast || seen.unevenness > kUneven)) {
    pix = level_background(std::move(pix));
    result.steps.push_back("background");
  }
  const bool specked = options.despeckle && remove_specks(pix, scan.dpi);
  if (specked) result.steps.push_back("despeckle");
  // The ragged letters of a real fax want it (its specks tell); on a clean page in two levels it would blur the tones.
  if (options.smooth && ((seen.two_levels && specked) || seen.noise > kGrain)) {
    pix = smooth(std::move(pix));
    result.steps.push_back("smooth");
  }
  double angle = options.deskew ? skew_of(pix.get()) * kDegree : 0;
  if (angle != 0) {
    PixPtr level(pixRotate(pix.get(), static_cast<l_float32>(angle), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    if (level) pix = std::move(level);
    result.steps.push_back("deskew");
  }
  if (const double scale = scale_for(pix.get(), scan.dpi, options); std::abs(scale - 1) > 0.05) {
    const auto factor = static_cast<l_float32>(scale);
    PixPtr scaled(pixScale(pix.get(), factor, factor));
    if (scaled) pix = std::move(scaled);
    result.steps.push_back("scale");
  }
  result.image = to_image(pix.get());
  if (result.image.empty()) return {scan, map_between(scan, scan, 0), {}};
  result.image.dpi = scan.dpi * result.image.width / scan.width;
  result.map = map_between(result.image, scan, angle);
  return result;
}

}  // namespace trichluc::ocr
