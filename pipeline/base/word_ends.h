// The first and last eight bytes of a word: words of Vietnamese have no more, and a general hash takes longer than the
// rest of what is done with a word.
#pragma once

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

template <class Number>
Number number_at(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof(Number));
  return number;
}

// Without a copy of a length that the compiler does not know: half-words that overlap hold the bytes of a short word.
inline std::uint64_t head_of_short(std::string_view word) {
  const char* bytes = word.data();
  const std::size_t size = word.size();
  if (size >= 4)
    return number_at<std::uint32_t>(bytes) | std::uint64_t{number_at<std::uint32_t>(bytes + size - 4)} << 32U;
  if (size >= 2)
    return number_at<std::uint16_t>(bytes) | std::uint64_t{number_at<std::uint16_t>(bytes + size - 2)} << 16U;
  return size == 0 ? 0 : static_cast<unsigned char>(*bytes);
}

// Where the word that begins at `at` ends: at the next byte below 0x21, or at `end`. Eight bytes at a time.
inline std::size_t end_of_visible(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  for (; at + sizeof(std::uint64_t) <= end; at += sizeof(std::uint64_t)) {
    const auto bytes = number_at<std::uint64_t>(text.data() + at);
    // The lowest bit that is set is that of the first such byte; bytes beyond ASCII are none.
    const std::uint64_t low = (bytes - 0x21 * kEach) & ~bytes & 0x80 * kEach;
    if (low != 0) return at + static_cast<std::size_t>(__builtin_ctzll(low)) / 8;
  }
  while (at<end&& static_cast<unsigned char>(text[at])> 0x20) ++at;
  return at;
}

inline WordEnds ends_of(std::string_view word) {
  constexpr std::size_t kBytes = sizeof(std::uint64_t);
  if (word.size() < kBytes) return {head_of_short(word), 0, word.size()};
  const bool longer = word.size() > kBytes;
  return {number_at<std::uint64_t>(word.data()),
          longer ? number_at<std::uint64_t>(word.data() + word.size() - kBytes) : 0, word.size()};
}

}  // namespace trichluc
