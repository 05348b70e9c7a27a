// "hơn", "gần", "khoảng" … around a number: how far the stated number bounds the true one.
#pragma once

#include "extractors/fact.h"
#include "extractors/reading.h"

namespace trichluc {

struct Bound {
  Qualifier qualifier = Qualifier::kExact;
  std::size_t first = 0;  // tokens [first, last): the number with its bounds
  std::size_t last = 0;
  const LexiconMatch* word = nullptr;
};

// Bounds before the tokens [first, last) ("lên tới gần") and after them ("trở lên"); of two before, the nearest
// decides.
Bound read_bound(const Reading& reading, std::size_t first, std::size_t last);

}  // namespace trichluc
