#include "extractors/resolve/headings.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr std::size_t kLongestHeading = 16;

HeadingStyle style_of(std::string_view mark) {
  if (mark.find_first_not_of("ivxlc") == std::string_view::npos) return HeadingStyle::kRoman;
  if (mark.find_first_not_of("0123456789.") == std::string_view::npos) return HeadingStyle::kNumber;
  return mark.size() == 1 ? HeadingStyle::kLetter : HeadingStyle::kWords;
}

}  // namespace

HeadingStyle heading_style(const Reading& reading, std::size_t paragraph) {
  return style_of(reading.folded(reading.first_token_of(paragraph)));
}

bool is_heading(const Reading& reading, std::size_t paragraph) {
  const text::Section section = reading.text().paragraphs()[paragraph].section;
  if (section == text::Section::kHeading) return true;
  const std::size_t first = reading.first_token_of(paragraph);
  const std::size_t last = reading.first_token_of(paragraph + 1);
  if (section != text::Section::kBody || last - first < 3 || last - first > kLongestHeading) return false;
  const auto is_mark = [&](std::size_t at) { return reading.tokens()[at].kind == TokenKind::kMark; };
  const bool numbered = style_of(reading.folded(first)) != HeadingStyle::kWords && is_mark(first + 1);
  return numbered && !is_mark(last - 1);
}

}  // namespace trichluc
