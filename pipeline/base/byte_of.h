// From offsets in code points, which records and the archive have, to bytes of the text they are of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pipeline/base/utf8.h"

namespace trichluc {

// The byte at which this code point begins; the end of the text where it has fewer, its beginning for negative ones.
inline std::size_t byte_of(std::string_view text, std::int64_t code_point) {
  std::size_t at = 0;
  for (; code_point > 0 && at < text.size(); --code_point) at += code_point_at(text, at).size;
  return at;
}

}  // namespace trichluc
