// From offsets in code points, which records and the archive have, to bytes of the text they are of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pipeline/base/utf8.h"

namespace trichluc {

// The byte that so many code points after `from`, where one begins, lead to; the end of the text where it has fewer,
// and `from` itself for a number that is negative.
inline std::size_t byte_after(std::string_view text, std::size_t from, std::int64_t code_points) {
  std::size_t at = from < text.size() ? from : text.size();
  for (; code_points > 0 && at < text.size(); --code_points) at += code_point_at(text, at).size;
  return at;
}

// Likewise before it, at most the beginning of the text.
inline std::size_t byte_before(std::string_view text, std::size_t from, std::int64_t code_points) {
  const auto is_within = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
  std::size_t at = from < text.size() ? from : text.size();
  for (; code_points > 0 && at > 0; --code_points) {
    do --at;
    while (at > 0 && is_within(at));
  }
  return at;
}

// The byte at which this code point begins.
inline std::size_t byte_of(std::string_view text, std::int64_t code_point) {
  return byte_after(text, 0, code_point);
}

}  // namespace trichluc
