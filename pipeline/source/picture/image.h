// One page as pixels: 8-bit grey, 0 is black, rows from the top. Plain data, shared by the readers and the recogniser.
#pragma once

#include <cstddef>
#include <vector>

namespace trichluc {

struct Image {
  int width = 0;
  int height = 0;
  double dpi = 0;                   // pixels an inch on paper, as judged by the reader; never the bare metadata
  std::vector<unsigned char> grey;  // width * height

  bool empty() const { return grey.empty(); }
  std::size_t at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
  }
};

}  // namespace trichluc
