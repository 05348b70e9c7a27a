#include "pipeline/text/tone_placement.h"

#include <cstddef>
#include <utility>

#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

bool is_open_pair(char first, char second) {
  return (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
}

}  // namespace

std::u32string traditional_tone(std::u32string_view word) {
  std::u32string out(word);
  if (word.size() < 2) return out;
  const std::size_t last = word.size() - 1;
  VietnameseLetter second = take_apart(word[last]);
  VietnameseLetter first = take_apart(word[last - 1]);
  if (second.tone == Tone::kNone || second.shape != Shape::kNone || first.is_marked()) return out;
  if (!is_open_pair(first.base, second.base)) return out;
  const bool after_q = last >= 2 && take_apart(word[last - 2]).base == 'q';
  if (after_q) return out;
  std::swap(first.tone, second.tone);
  out[last - 1] = put_together(first);
  out[last] = put_together(second);
  return out;
}

}  // namespace trichluc::text
