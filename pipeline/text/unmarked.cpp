#include "pipeline/text/unmarked.h"

#include <algorithm>
#include <cstddef>

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/text_quality.h"

namespace trichluc::text {
namespace {

// Paragraphs of fewer words (items of lists, rows of tables) are what the longer ones are.
constexpr std::size_t kLeastWords = 6;
// Of running Vietnamese nine words in ten are syllables, and in names and abbreviations the rest. Many words of other
// languages are one too ("the", "an", "can"), but few are syllables that lost a mark ("nuoc", "duoc").
constexpr double kSyllables = 0.8;
constexpr double kStripped = 0.05;
// In short ones names and abbreviations of organisations weigh more.
constexpr double kSyllablesOfShort = 0.5;
// So many times as much without marks as with them: a mail that quotes a passage of a website.
constexpr std::size_t kTimesAsMuch = 2;

bool has_marked_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((static_cast<unsigned char>(text[at]) & 0x80U) == 0) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const LetterProperties properties = properties_of(point.value);
    if (properties.letter || properties.mark) return true;
    at += point.size;
  }
  return false;
}

double syllables_of(const TextQuality& quality) {
  return quality.syllable_share() + quality.stripped_share();
}

bool is_long_vietnamese(const TextQuality& quality) {
  return quality.letter_words >= kLeastWords && syllables_of(quality) >= kSyllables &&
         quality.stripped_share() >= kStripped;
}

// What is known of the paragraphs that are Vietnamese without marks, or not.
struct Tally {
  std::size_t marked = 0;   // bytes
  std::size_t bare = 0;     // bytes without marked letters
  std::size_t words = 0;    // of longer paragraphs without marks
  std::size_t of_ours = 0;  // … of those that are Vietnamese
};

}  // namespace

std::vector<bool> unmarked_paragraphs(std::string_view shaped, const std::vector<Span>& paragraphs) {
  std::vector<bool> bare(paragraphs.size(), false);
  Tally tally;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    bare[p] = !has_marked_letter(slice(shaped, paragraphs[p]));
    (bare[p] ? tally.bare : tally.marked) += paragraphs[p].size();
  }
  if (tally.bare == 0 || tally.bare < kTimesAsMuch * tally.marked) return {};
  std::size_t ours = 0;  // bytes
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    if (!bare[p]) continue;
    const TextQuality quality = measure_text(slice(shaped, paragraphs[p]));
    const bool is_long = quality.letter_words >= kLeastWords;
    if (is_long) tally.words += quality.letter_words;
    bare[p] =
        is_long ? is_long_vietnamese(quality) : quality.letter_words > 0 && syllables_of(quality) >= kSyllablesOfShort;
    if (!is_long || !bare[p]) continue;
    tally.of_ours += quality.letter_words;
    ours += paragraphs[p].size();
  }
  const bool enough = tally.of_ours > 0 && 2 * tally.of_ours >= tally.words && ours >= kTimesAsMuch * tally.marked;
  return enough ? bare : std::vector<bool>{};
}

}  // namespace trichluc::text
