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
  return style_of(reading.folded(first_token_of(reading, paragraph)));
}

std::size_t first_token_of(const Reading& reading, std::size_t paragraph) {
  const auto& tokens = reading.tokens();
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), paragraph,
                                      [](const Token& token, std::size_t p) { return token.paragraph < p; });
  return static_cast<std::size_t>(first - tokens.begin());
}

bool is_heading(const Reading& reading, std::size_t paragraph) {
  const text::Section section = reading.text().paragraphs()[paragraph].section;
  if (section == text::Section::kHeading) return true;
  const std::size_t first = first_token_of(reading, paragraph);
  const std::size_t last = first_token_of(reading, paragraph + 1);
  if (section != text::Section::kBody || last - first < 3 || last - first > kLongestHeading) return false;
  const auto is_mark = [&](std::size_t at) { return reading.tokens()[at].kind == TokenKind::kMark; };
  const bool numbered = style_of(reading.folded(first)) != HeadingStyle::kWords && is_mark(first + 1);
  return numbered && !is_mark(last - 1);
}

}  // namespace trichluc
