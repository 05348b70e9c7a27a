// Gaps of several blanks between columns: rare, while single blanks stand behind every word.
#pragma once

#include <cstddef>
#include <string_view>

namespace trichluc {

// Where `count` blanks (1 or more) stand side by side, at or behind `from`; npos where they do nowhere. Looks at every
// `count`th byte only.
inline std::size_t find_blanks(std::string_view text, std::size_t count, std::size_t from = 0) {
  for (std::size_t last = from + count - 1; last < text.size();) {
    if (text[last] != ' ') {
      last += count;
      continue;
    }
    std::size_t begin = last;
    while (begin > from && text[begin - 1] == ' ') --begin;
    std::size_t end = last + 1;
    while (end < text.size() && end - begin < count && text[end] == ' ') ++end;
    if (end - begin >= count) return begin;
    last = end + count;
  }
  return std::string_view::npos;
}

}  // namespace trichluc
