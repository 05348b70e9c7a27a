#include "extractors/resolve/list_lines.h"

#include <string_view>

#include "extractors/resolve/headings.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostLines = 30;

bool is_mark(const Reading& reading, std::size_t at) {
  return at < reading.tokens().size() && reading.tokens()[at].kind == TokenKind::kMark;
}

// "Viện trợ phi chính phủ nước ngoài năm 2016": no sentence, but the words above a list.
bool is_short_line(const Reading& reading, std::size_t paragraph) {
  constexpr std::size_t kLongest = 18;
  const std::size_t first = reading.first_token_of(paragraph);
  const std::size_t last = reading.first_token_of(paragraph + 1);
  return last > first + 2 && last - first <= kLongest && (!is_mark(reading, last - 1) || reading.is(last - 1, ")"));
}

// Does a number stand in the paragraph?
bool has_number(const Reading& reading, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at < last; ++at) {
    if (reading.quantity_at(at) != nullptr) return true;
  }
  return false;
}

// The mark that a short line with a number ends with; nothing where it is none of a list. "" where it ends with a word.
std::optional<std::string_view> end_of_bare_line(const Reading& reading, std::size_t paragraph) {
  constexpr std::size_t kLongest = 40;
  constexpr std::size_t kLongestSentence = 22;
  if (paragraph >= reading.text().paragraphs().size() || is_list_line(reading, paragraph)) return std::nullopt;
  const std::size_t first = reading.first_token_of(paragraph);
  const std::size_t last = reading.first_token_of(paragraph + 1);
  const bool body = last > first + 2 && reading.section_of(first) == text::Section::kBody;
  if (!body || last - first > kLongest || !has_number(reading, first, last)) return std::nullopt;
  const std::string_view end = is_mark(reading, last - 1) ? reading.folded(last - 1) : std::string_view{};
  if (end == ":" || (end == "." && last - first > kLongestSentence)) return std::nullopt;
  return end == ")" || end == "%" ? std::string_view{} : end;
}

bool ends_with_colon(const Reading& reading, std::size_t paragraph) {
  const std::size_t last = reading.first_token_of(paragraph + 1);
  return last > reading.first_token_of(paragraph) && reading.is(last - 1, ":");
}

// A page's list loses its marks: what stands between a line that ends with a colon and this one are lines that end
// alike.
std::optional<std::size_t> lead_of_bare_lines(const Reading& reading, std::size_t paragraph) {
  const auto own = end_of_bare_line(reading, paragraph);
  std::optional<std::string_view> end = own;
  for (std::size_t lines = 0; end && lines < kMostLines && paragraph > lines; ++lines) {
    const std::size_t above = paragraph - lines - 1;
    if (ends_with_colon(reading, above)) return above;
    const auto before = end_of_bare_line(reading, above);
    // The last line may close the sentence that the others leave open.
    const bool alike = before == own || (lines == 0 && own == "." && (before == ";" || before == ","));
    if (lines == 0 && alike) end = before;
    if (!before || (before != end && !alike)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

bool is_list_line(const Reading& reading, std::size_t paragraph) {
  if (paragraph >= reading.text().paragraphs().size()) return false;
  const std::size_t first = reading.first_token_of(paragraph);
  if (first + 1 >= reading.first_token_of(paragraph + 1)) return false;
  if (reading.is_any(first, {"-", "–", "—", "+", "*", "•", "·", "▪"})) return true;
  const bool numbered = heading_style(reading, paragraph) != HeadingStyle::kWords;
  return numbered && reading.is_any(first + 1, {".", ")", "/", "-"});
}

bool is_same_level(const Reading& reading, std::size_t line, std::size_t other) {
  const std::size_t a = reading.first_token_of(line);
  const std::size_t b = reading.first_token_of(other);
  const HeadingStyle style = heading_style(reading, line);
  if (is_mark(reading, a) || is_mark(reading, b) || style == HeadingStyle::kWords)
    return reading.folded(a) == reading.folded(b);
  return heading_style(reading, other) == style;
}

std::size_t end_of_bare_lines(const Reading& reading, std::size_t first) {
  std::size_t line = first;
  while (line - first < kMostLines && lead_of_list(reading, line) == std::optional(first - 1) &&
         !is_list_line(reading, line))
    ++line;
  return line;
}

std::optional<std::size_t> lead_of_list(const Reading& reading, std::size_t paragraph) {
  if (paragraph == 0) return std::nullopt;
  if (!is_list_line(reading, paragraph)) return lead_of_bare_lines(reading, paragraph);
  std::size_t above = paragraph;
  for (std::size_t lines = 0; above > 0 && lines < kMostLines; ++lines) {
    --above;
    // "a) Viện trợ năm 2016" opens the lines of the level below it.
    const bool opens = ends_with_colon(reading, above) || is_short_line(reading, above);
    const bool other_level = !is_list_line(reading, above) || !is_same_level(reading, above, paragraph);
    if (other_level && opens) return above;
    if (!is_list_line(reading, above)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace trichluc
