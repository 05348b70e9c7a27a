// What is asked of the places of words.
#pragma once

#include <algorithm>

#include "pipeline/source/document.h"

namespace trichluc {

// Its height on the page, and where its middle stands from the top.
inline double height(const Box& box) {
  return box.y1 - box.y0;
}
inline double middle(const Box& box) {
  return (box.y0 + box.y1) / 2;
}

inline Box around(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace trichluc
