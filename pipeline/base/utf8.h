// Code points of UTF-8 text. Invalid bytes are read one by one as U+FFFD, so that every byte belongs to a code point.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;  // bytes
};

// The code point at `at`, beyond ASCII.
CodePoint wide_code_point_at(std::string_view text, std::size_t at);
void append_wide_utf8(std::string& out, char32_t value);

// The code point at `at`; `at` must be inside the text.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : wide_code_point_at(text, at);
}
inline void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else {
    append_wide_utf8(out, value);
  }
}
bool is_valid_utf8(std::string_view text);
std::size_t count_code_points(std::string_view text);

// Turns byte offsets of one text into code-point offsets; built once a text, answers in O(1).
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);
  std::size_t at(std::size_t byte) const { return offsets_[byte]; }  // byte may equal the size of the text

 private:
  std::vector<std::size_t> offsets_;
};

}  // namespace trichluc
