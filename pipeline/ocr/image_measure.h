// What a picture of a page suffers from, in numbers: the gates of the clean-up steps.
#pragma once

#include "pipeline/source/picture/image.h"

namespace trichluc::ocr {

struct ImageMeasure {
  int paper = 255;          // the commonest brightness of the paper
  int ink = 0;              // brightness that one pixel in a hundred stays below
  double unevenness = 0;    // spread of the paper's brightness over the page
  double noise = 0;         // standard deviation of the grain on the paper
  bool two_levels = false;  // only black and white: a fax, or a scan made so
};

ImageMeasure measure(const Image& image);

}  // namespace trichluc::ocr
