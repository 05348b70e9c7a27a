// The first and last eight bytes of a word: words of Vietnamese have no more, and a general hash takes longer than the
// rest of what is done with a word.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace trichluc {

struct WordEnds {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;  // of words of more than eight bytes
  std::size_t size = 0;

  std::uint64_t hash() const {
    const std::uint64_t mixed = (head ^ size) * 0x9E3779B97F4A7C15ULL ^ tail * 0xC2B2AE3D27D4EB4FULL;
    return mixed ^ mixed >> 32U;
  }
};

inline WordEnds ends_of(std::string_view word) {
  constexpr std::size_t kBytes = sizeof(std::uint64_t);
  WordEnds ends;
  ends.size = word.size();
  std::memcpy(&ends.head, word.data(), std::min(word.size(), kBytes));
  if (word.size() > kBytes) std::memcpy(&ends.tail, word.data() + word.size() - kBytes, kBytes);
  return ends;
}

}  // namespace trichluc
