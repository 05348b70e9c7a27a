// A straight line that is drawn across or down a page, as tables have them between their cells.
#pragma once

namespace trichluc {

// Points from the page's top left.
struct RuledLine {
  bool across = false;  // else down
  double at = 0;        // its y, or its x
  double from = 0;
  double to = 0;
};

}  // namespace trichluc
