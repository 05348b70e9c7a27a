// The cost of a project that the text named further up: what is told of its money there holds here.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

struct ProjectAbove {
  bool known = false;                 // the sum is of a project that was named above
  const LexiconMatch* cue = nullptr;  // what is told of who pays for it; null: nobody from abroad is named with it
};

// "… khởi động dự án Nước sạch do Tổ chức X tài trợ.", then "Dự án có tổng kinh phí 3,2 tỷ đồng", in the same paragraph
// or in one below.
ProjectAbove project_above(const Reading& reading, std::size_t first, std::size_t last);

}  // namespace trichluc
