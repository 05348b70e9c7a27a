// Code points of UTF-8 text. Invalid bytes are read one by one as U+FFFD, so that every byte belongs to a code point.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;  // bytes
};

// Of a code point, in bytes.
inline std::size_t size_in_utf8(char32_t value) {
  return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

// The bytes of a code point, at `out`; how many they are. There must be room for four.
inline std::size_t encode_utf8(char32_t value, char* out) {
  const auto put = [out](std::size_t at, char32_t byte) {
    out[at] = static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (value < 0x80) {
    put(0, value);
    return 1;
  }
  if (value < 0x800) {
    put(0, 0xC0U | (value >> 6U));
    put(1, 0x80U | (value & 0x3FU));
    return 2;
  }
  if (value < 0x10000) {
    put(0, 0xE0U | (value >> 12U));
    put(1, 0x80U | ((value >> 6U) & 0x3FU));
    put(2, 0x80U | (value & 0x3FU));
    return 3;
  }
  put(0, 0xF0U | (value >> 18U));
  put(1, 0x80U | ((value >> 12U) & 0x3FU));
  put(2, 0x80U | ((value >> 6U) & 0x3FU));
  put(3, 0x80U | (value & 0x3FU));
  return 4;
}

// The code point at `at`, whatever the bytes there.
CodePoint wide_code_point_at(std::string_view text, std::size_t at);

// The code point at `at`; `at` must be inside the text. Letters of Vietnamese have up to three bytes: these are read
// here.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[at + k]); };
  const auto continues = [&](std::size_t k) { return (byte(k) & 0xC0U) == 0x80U; };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first < 0xE0 && text.size() - at > 1 && continues(1)) {
    return {(first & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  }
  // 0xE0 and 0xED have forms that are none.
  if (first > 0xE0 && first < 0xED && text.size() - at > 2 && continues(1) && continues(2)) {
    return {(first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  }
  return wide_code_point_at(text, at);
}
inline void append_utf8(std::string& out, char32_t value) {
  std::array<char, 4> bytes{};
  out.append(bytes.data(), encode_utf8(value, bytes.data()));
}
// Its letters of ASCII as small ones; names of encodings, fonts and of HTML are compared so.
std::string lower_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);
std::size_t count_code_points(std::string_view text);
// The same of a text that is known to be valid, and quicker: the bytes that begin a code point.
std::size_t count_starts(std::string_view text);

// Turns byte offsets of one valid text into code-point offsets; built once a text, answers in O(1).
class CodePointOffsets {
 public:
  // The text must outlive this.
  explicit CodePointOffsets(std::string_view text);
  // How many code points end at or before this byte; it may equal the size of the text.
  std::size_t at(std::size_t byte) const;

 private:
  static constexpr std::size_t kBlock = 256;  // bytes

  std::string_view text_;
  std::vector<std::size_t> before_;  // for each block: how many code points begin before it
};

}  // namespace trichluc
