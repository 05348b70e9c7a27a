// From a page as it was scanned to a page that the recogniser reads best, with the way back to the scan. Each step runs
// only where the page shows what it mends: a step that helps a noisy page hurts a clean one.
#pragma once

#include <string>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/source/picture/image.h"

namespace trichluc::ocr {

// Where a point of the cleaned picture lies in the scan.
struct PixelMap {
  double scale = 1;                     // pixels of the scan for one pixel of the cleaned picture
  double angle = 0;                     // radians by which the scan was turned, about the middle of both pictures
  double cleaned_x = 0, cleaned_y = 0;  // the middle of the cleaned picture
  double scan_x = 0, scan_y = 0;        // the middle of the scan

  // The box keeps its shape and is put where its middle was: the boxes of single words hardly slant.
  Box to_scan(const Box& cleaned) const;
};

struct CleanUpOptions {
  bool background = true;
  bool smooth = true;
  bool despeckle = true;
  bool deskew = true;
  double target_dpi = 0;  // 0: as the step for sizes judges
};

struct CleanedImage {
  Image image;
  PixelMap map;
  std::vector<std::string> steps;  // what was done, in order: "background", "despeckle", "smooth", "deskew", "scale"
};

CleanedImage clean_up(const Image& scan, const CleanUpOptions& options = {});

}  // namespace trichluc::ocr
