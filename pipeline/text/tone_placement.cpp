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

void place_tone(std::u32string& word) {
  if (word.size() < 2) return;
  const std::size_t last = word.size() - 1;
  VietnameseLetter second = take_apart(word[last]);
  VietnameseLetter first = take_apart(word[last - 1]);
  if (second.tone == Tone::kNone || second.shape != Shape::kNone || first.is_marked()) return;
  if (!is_open_pair(first.base, second.base)) return;
  const bool after_q = last >= 2 && take_apart(word[last - 2]).base == 'q';
  if (after_q) return;
  std::swap(first.tone, second.tone);
  word[last - 1] = put_together(first);
  word[last] = put_together(second);
}

}  // namespace trichluc::text
