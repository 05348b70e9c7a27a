// A page's picture with stretches of it marked as with a highlighter, as a PNG file or as pixels.
#pragma once

#include <string>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/source/picture/image.h"

namespace trichluc {

struct ColourImage {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> rgb;  // width * height * 3
};

// `marks` are boxes of a page of this size, in points from its top left; the picture shows the whole page.
ColourImage with_marks(const Image& page, double page_width, double page_height, const std::vector<Box>& marks);
// Smaller by whole steps, so that it is at most so wide.
ColourImage at_most(const ColourImage& image, int width);
// Empty when memory does not suffice.
std::string to_png(const ColourImage& image);

}  // namespace trichluc
