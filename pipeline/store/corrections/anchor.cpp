#include "pipeline/store/corrections/anchor.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc::store {
namespace {

constexpr double kLeastOfAll = 0.65;
constexpr double kLeastOfQuote = 0.5;
// What the farthest place of a page costs against the nearest, in share of the pattern: it decides between equals only.
constexpr double kDistance = 0.05;

// What a recogniser takes for each other is one letter.
char merged(char letter) {
  switch (letter) {
    case 'o':
      return '0';
    case 'l':
    case 'i':
      return '1';
    case 's':
      return '5';
    case 'z':
      return '2';
    default:
      return letter;
  }
}

// Letters and digits alone, each with the code point that it stands for.
struct Letters {
  std::string letters;
  std::vector<std::size_t> from;
};

class Folder {
 public:
  Letters fold(std::string_view text) {
    Letters out;
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.size(); ++index) {
      const CodePoint point = code_point_at(text, at);
      for (const char letter : folded(point.value, text.substr(at, point.size))) {
        out.letters += letter;
        out.from.push_back(index);
      }
      at += point.size;
    }
    return out;
  }

 private:
  // Combining marks alone fold to nothing.
  const std::string& folded(char32_t value, std::string_view letter) {
    const auto known = known_.find(value);
    if (known != known_.end()) return known->second;
    std::string kept;
    for (const char c : text::fold_to_ascii(letter)) {
      const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (stays) kept += merged(c);
    }
    return known_.emplace(value, kept).first->second;
  }

  std::unordered_map<char32_t, std::string> known_;
};

// Row by row the least number of edits between a pattern and the stretches of a text that end at each letter.
std::vector<int> distances_by_end(const std::string& text, const std::string& pattern) {
  std::vector<int> column(pattern.size() + 1);
  for (std::size_t i = 0; i <= pattern.size(); ++i) column[i] = static_cast<int>(i);
  std::vector<int> ends{column.back()};
  for (const char letter : text) {
    int diagonal = column[0];
    for (std::size_t i = 1; i <= pattern.size(); ++i) {
      const int changed = diagonal + (pattern[i - 1] == letter ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({changed, column[i] + 1, column[i - 1] + 1});
    }
    ends.push_back(column.back());
  }
  return ends;
}

int edits_between(const std::string& a, const std::string& b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

double likeness(const std::string& a, const std::string& b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 1;
  return 1 - static_cast<double>(edits_between(a, b)) / static_cast<double>(longer);
}

// Where in `text` the letters [from, to) of the pattern come to stand when both are laid upon each other, the pattern
// whole and ending at the text's end.
Span laid_upon(const std::string& text, const std::string& pattern, Span quote) {
  const std::size_t width = pattern.size() + 1;
  std::vector<std::uint32_t> edits((text.size() + 1) * width);
  const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return edits[i * width + j]; };
  for (std::size_t j = 0; j < width; ++j) cell(0, j) = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= text.size(); ++i) {
    for (std::size_t j = 1; j < width; ++j) {
      const std::uint32_t changed = cell(i - 1, j - 1) + (text[i - 1] == pattern[j - 1] ? 0 : 1);
      cell(i, j) = std::min({changed, cell(i - 1, j) + 1, cell(i, j - 1) + 1});
    }
  }
  Span found{text.size(), text.size()};
  std::size_t i = text.size();
  for (std::size_t j = pattern.size(); j > quote.begin;) {
    if (j == quote.end) found.end = i;
    const bool same = i > 0 && cell(i, j) == cell(i - 1, j - 1) + (text[i - 1] == pattern[j - 1] ? 0 : 1);
    if (same) {
      --i;
      --j;
    } else if (i > 0 && cell(i, j) == cell(i - 1, j) + 1) {
      --i;
    } else {
      --j;
    }
  }
  found.begin = i;
  return found;
}

// The end, in letters, of the stretch that is most like the pattern; nearness to `expected` decides between equals.
std::optional<std::size_t> best_end(const std::string& text, const std::string& pattern, std::size_t expected) {
  const std::vector<int> ends = distances_by_end(text, pattern);
  const auto size = static_cast<double>(pattern.size());
  std::optional<std::size_t> best;
  double least = (1 - kLeastOfAll) + kDistance;
  for (std::size_t end = 0; end < ends.size(); ++end) {
    const double cost = ends[end] / size;
    if (cost > 1 - kLeastOfAll) continue;
    const std::size_t away = end > expected ? end - expected : expected - end;
    const double whole = cost + kDistance * static_cast<double>(away) / static_cast<double>(text.size() + 1);
    if (whole >= least) continue;
    least = whole;
    best = end;
  }
  return best;
}

// The letters that are looked through: a page of a book, whatever the size of the text.
constexpr std::size_t kWindow = 200000;

// The same words between the same words, nearest to the old place.
std::optional<AnchorPlace> find_unchanged(std::string_view text, const TextAnchor& anchor) {
  const std::string whole = anchor.prefix + anchor.quote + anchor.suffix;
  const CodePointOffsets offsets(text);
  const std::size_t size = count_code_points(anchor.quote);  // words that a person typed have no place yet
  std::optional<AnchorPlace> best;
  const auto away = [&](std::size_t start) {
    return start > anchor.start ? start - anchor.start : anchor.start - start;
  };
  for (std::size_t at = text.find(whole); at != std::string_view::npos; at = text.find(whole, at + 1)) {
    const std::size_t start = offsets.at(at + anchor.prefix.size());
    if (!best || away(start) < away(best->start)) best = {start, start + size, 1};
  }
  return best;
}

bool is_letter(char32_t value) {
  return value > 0x7F || (value >= U'0' && value <= U'9') || (value >= U'a' && value <= U'z') ||
         (value >= U'A' && value <= U'Z');
}

// Letters are what is compared: takes the quote's own marks at its ends in again, where they stand there.
void take_in_marks(std::string_view text, const std::string& quote, AnchorPlace& place) {
  std::size_t last = quote.size();
  while (last > 0 && !is_letter(static_cast<unsigned char>(quote[last - 1]))) --last;
  const std::size_t behind = quote.size() - last;
  if (behind > 0 && slice_of_code_points(text, place.end, place.end + behind) == quote.substr(last))
    place.end += behind;
  std::size_t first = 0;
  while (first < last && !is_letter(static_cast<unsigned char>(quote[first]))) ++first;
  const bool fits = first > 0 && place.start >= first;
  if (fits && slice_of_code_points(text, place.start - first, place.start) == quote.substr(0, first))
    place.start -= first;
}

std::size_t letters_before(const Letters& letters, std::size_t code_point) {
  return static_cast<std::size_t>(std::lower_bound(letters.from.begin(), letters.from.end(), code_point) -
                                  letters.from.begin());
}

}  // namespace

std::string slice_of_code_points(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t index = 0;
  std::size_t from = text.size();
  std::size_t at = 0;
  for (; at < text.size() && index < end; ++index) {
    if (index == start) from = at;
    at += code_point_at(text, at).size;
  }
  return from < at ? std::string(text.substr(from, at - from)) : std::string();
}

TextAnchor anchor_at(std::string_view text, std::size_t start, std::size_t end) {
  return {slice_of_code_points(text, start, end),
          slice_of_code_points(text, start > kContext ? start - kContext : 0, start),
          slice_of_code_points(text, end, end + kContext), start, end};
}

std::optional<AnchorPlace> find_anchor(std::string_view text, const TextAnchor& anchor) {
  if (const auto same = find_unchanged(text, anchor)) return same;
  Folder folder;
  const Letters page = folder.fold(text);
  const std::string prefix = folder.fold(anchor.prefix).letters;
  const std::string quote = folder.fold(anchor.quote).letters;
  const std::string pattern = prefix + quote + folder.fold(anchor.suffix).letters;
  if (quote.empty() || page.letters.empty()) return std::nullopt;
  const std::size_t expected = letters_before(page, anchor.end) + pattern.size() - prefix.size() - quote.size();
  const std::size_t window = expected > kWindow ? expected - kWindow : 0;
  auto end = best_end(page.letters.substr(window, 2 * kWindow), pattern, expected - window);
  if (!end) return std::nullopt;
  *end += window;
  const std::size_t begin = *end > 2 * pattern.size() ? *end - 2 * pattern.size() : 0;
  const Span in_pattern{prefix.size(), prefix.size() + quote.size()};
  Span found = laid_upon(page.letters.substr(begin, *end - begin), pattern, in_pattern);
  found = {found.begin + begin, found.end + begin};
  if (found.end <= found.begin) return std::nullopt;
  const double alike = likeness(page.letters.substr(found.begin, found.size()), quote);
  if (alike < kLeastOfQuote) return std::nullopt;
  AnchorPlace place{page.from[found.begin], page.from[found.end - 1] + 1, alike};
  take_in_marks(text, anchor.quote, place);
  return place;
}

double likeness_of_words(std::string_view a, std::string_view b) {
  Folder folder;
  return likeness(folder.fold(a).letters, folder.fold(b).letters);
}

}  // namespace trichluc::store
