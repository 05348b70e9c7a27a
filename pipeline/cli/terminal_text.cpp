#include "pipeline/cli/terminal_text.h"

#include <unicode/uchar.h>

#include "pipeline/base/utf8.h"

namespace trichluc::cli {
namespace {

std::size_t columns_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const uint32_t mask = U_GET_GC_MASK(point);
  if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH));
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_control(char32_t c) {
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return c == 0xFFFD || (mask & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_control(point.value) && point.value != U' ') {
      out += text.substr(at, point.size);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += point.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    width += columns_of(point.value);
    at += point.size;
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return std::string(text);
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (used + columns_of(point.value) + 1 > width) break;
    used += columns_of(point.value);
    at += point.size;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = width_of(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

std::string padded_left(const std::string& text, std::size_t width) {
  const std::size_t used = width_of(text);
  return used < width ? std::string(width - used, ' ') + text : text;
}

}  // namespace trichluc::cli
