// Words of a page found again when the page was read anew: other letters where a recogniser slipped, other blanks and
// line ends, another place. Found by the words with those before and behind them; where they stand several times, the
// place nearest to the old one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trichluc::store {

// Offsets are code points of the page's text.
struct TextAnchor {
  std::string quote;
  std::string prefix, suffix;  // up to kContext code points before and behind it
  std::size_t start = 0, end = 0;
};
inline constexpr std::size_t kContext = 32;

// The anchor of [start, end) of the text.
TextAnchor anchor_at(std::string_view text, std::size_t start, std::size_t end);

struct AnchorPlace {
  std::size_t start = 0, end = 0;  // code points
  double similarity = 0;           // of the quote and what stands there, 0 to 1
};

// Empty where nothing on the page is like it: of quote and context together at least 0.65, of the quote itself 0.5.
// Compared without accents, case, blanks and punctuation; letters and digits that are taken for each other are one.
std::optional<AnchorPlace> find_anchor(std::string_view text, const TextAnchor& anchor);

// How alike two strings are in that sense, 0 to 1.
double likeness_of_words(std::string_view a, std::string_view b);

// The code points [start, end) of a text.
std::string slice_of_code_points(std::string_view text, std::size_t start, std::size_t end);

}  // namespace trichluc::store
