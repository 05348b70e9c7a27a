#include "pipeline/source/picture/fax_tiff.h"

#include <cstdint>
#include <initializer_list>

namespace trichluc {

namespace {

constexpr std::uint32_t kShort = 3, kLong = 4;

void append(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

struct Entry {
  std::uint32_t tag;
  std::uint32_t type;
  std::uint32_t value;
};

}  // namespace

std::string fax_in_tiff(const std::string& codes, int width, int height, int k) {
  const auto size = static_cast<std::uint32_t>(codes.size());
  const std::uint32_t compression = k < 0 ? 4 : 3;
  const auto rows = static_cast<std::uint32_t>(height);
  const std::initializer_list<Entry> entries = {
      {256, kLong, static_cast<std::uint32_t>(width)},  // width
      {257, kLong, rows},                               // height
      {258, kShort, 1},                                 // bits of a sample
      {259, kShort, compression},                       // Group 3 or 4
      {262, kShort, 0},                                 // 0 is white
      {273, kLong, 8},                                  // where the codes begin: behind this header
      {277, kShort, 1},                                 // samples of a pixel
      {278, kLong, rows},                               // all rows in one strip
      {279, kLong, size},                               // bytes of codes
      {k < 0 ? 293U : 292U, kLong, k > 0 ? 1U : 0U},    // options: two dimensions or one
  };
  std::string tiff("II*\0", 4);
  append(tiff, 8 + size, 4);
  tiff += codes;
  append(tiff, static_cast<std::uint32_t>(entries.size()), 2);
  for (const Entry& entry : entries) {
    append(tiff, entry.tag, 2);
    append(tiff, entry.type, 2);
    append(tiff, 1, 4);
    append(tiff, entry.value, 4);  // little-endian: a short stands in the first two bytes
  }
  append(tiff, 0, 4);
  return tiff;
}

}  // namespace trichluc
