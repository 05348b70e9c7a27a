#include "pipeline/base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace trichluc {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

struct Lead {
  std::size_t size;
  char32_t bits;
  char32_t least;  // a smaller value in this many bytes is overlong
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80U) return {1, byte, 0};
  if (byte >= 0xC2U && byte < 0xE0U) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0U && byte < 0xF0U) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0U && byte < 0xF5U) return {4, byte & 0x07U, 0x10000};
  return {0, 0, 0};
}

}  // namespace

CodePoint wide_code_point_at(std::string_view text, std::size_t at) {
  constexpr CodePoint kInvalid{0xFFFD, 1};
  const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.size == 0 || at + lead.size > text.size()) return kInvalid;
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    if (!is_continuation(text[at + i])) return kInvalid;
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (value < lead.least || value > 0x10FFFF || surrogate) return kInvalid;
  return {value, lead.size};
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (point.value == 0xFFFD && point.size == 1) return false;
    at += point.size;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; }))
    return text.size();
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) ++count;
  return count;
}

std::size_t count_starts(std::string_view text) {
  // In strides whose letters a byte can count, which compilers turn into a few instructions for many bytes.
  constexpr std::size_t kStride = 128;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kStride) {
    const std::size_t end = std::min(begin + kStride, text.size());
    std::uint8_t here = 0;
    for (std::size_t at = begin; at < end; ++at)
      here = static_cast<std::uint8_t>(here + (is_continuation(text[at]) ? 0U : 1U));
    count += here;
  }
  return count;
}

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kBlock + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at == 0 || at < text.size(); at += kBlock) {
    before_.push_back(count);
    count += count_starts(text.substr(at, kBlock));
  }
}

std::size_t CodePointOffsets::at(std::size_t byte) const {
  const std::size_t block = std::min(byte / kBlock, before_.size() - 1);
  const std::size_t end = std::min(byte, text_.size());
  std::size_t count = before_[block] + count_starts(text_.substr(block * kBlock, end - block * kBlock));
  // Inside a code point: it does not end at this byte.
  const bool inside = end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U;
  return inside ? count - 1 : count;
}

}  // namespace trichluc
