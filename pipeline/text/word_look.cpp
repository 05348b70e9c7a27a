#include "pipeline/text/word_look.h"

#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/base/word_ends.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/repair.h"
#include "pipeline/text/tone_placement.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

// What matters of a code point here, a bit each.
using Traits = std::uint16_t;
constexpr Traits kBlank = 1U << 0U;
constexpr Traits kLetter = 1U << 1U;
constexpr Traits kChanged = 1U << 2U;   // shaped, it is another even alone
constexpr Traits kComposes = 1U << 3U;  // … with what stands before it
constexpr Traits kUpper = 1U << 4U;     // folded, it is another
constexpr Traits kOther = 1U << 5U;     // of another alphabet
constexpr Traits kVowel = 1U << 6U;     // a vowel of Vietnamese
constexpr Traits kToned = 1U << 7U;     // … with a tone
constexpr Traits kShaped = 1U << 8U;    // … with a shape mark

Traits traits_of(char32_t c) {
  const LetterProperties properties = properties_of(c);
  const VietnameseLetter letter = take_apart(c);
  const bool vowel = is_vowel(letter);
  const bool stands = c < 0x80 || (properties.as_it_stands && c < kTabledLetters);
  unsigned traits = 0;
  const auto set = [&](bool holds, Traits trait) { traits |= holds ? trait : 0U; };
  set(properties.blank, kBlank);
  set(properties.letter, kLetter);
  set(!stands, kChanged);
  set(!properties.starts_run, kComposes);
  set(same_size_lower(c) != c, kUpper);
  set(is_of_other_alphabet(c), kOther);
  set(vowel, kVowel);
  set(vowel && letter.tone != Tone::kNone, kToned);
  set(vowel && letter.shape != Shape::kNone, kShaped);
  return static_cast<Traits>(traits);
}

const Traits* tabled_traits() {
  static const std::vector<Traits> kTable = [] {
    std::vector<Traits> table;
    table.reserve(kTabledLetters);
    for (char32_t c = 0; c < kTabledLetters; ++c) table.push_back(traits_of(c));
    return table;
  }();
  return kTable.data();
}

}  // namespace

// Letters side by side, and whether anything can be wrong with them: an alphabet mixed in, or a tone that has more
// vowels than one to stand on; not where it stands on the last vowel with a shape mark ("nước"), its only right place.
struct WordLook::Run {
  std::size_t begin = 0;
  unsigned all = 0;  // the traits of any of its letters
  unsigned vowels = 0;
  unsigned tones = 0;
  bool on_last_shape = false;
  bool turns = false;  // a capital behind a small letter
  bool small = false;  // the last letter

  void add(Traits letter) {
    all |= letter;
    turns = turns || (small && (letter & kUpper) != 0);
    small = (letter & kUpper) == 0;
    vowels += (letter & kVowel) != 0 ? 1U : 0U;
    if ((letter & (kToned | kShaped)) == 0) return;
    tones += (letter & kToned) != 0 ? 1U : 0U;
    if ((letter & kShaped) != 0) on_last_shape = (letter & kToned) != 0;
  }
  bool may_be_misplaced() const { return vowels >= 2 && (tones > 1 || (tones == 1 && !on_last_shape)); }
};

LookedAt WordLook::look(std::string_view raw, std::size_t at, std::size_t end) {
  constexpr std::size_t kLongestKnown = 16;  // bytes, all of which the ends of a word tell
  std::size_t last = end_of_visible(raw, at, end);
  while (last < end && !is_ascii_blank(raw[last])) last = end_of_visible(raw, last + 1, end);
  const std::size_t size = last - at;
  if (size > kLongestKnown || looked_ < kFewWords) {
    ++looked_;
    return look_letter_by_letter(raw, at, end);
  }
  if (known_.empty()) known_.resize(kKnown);
  const WordEnds ends = ends_of(raw.substr(at, size));
  Known* kept = &known_[ends.hash() % (kKnown / 2) * 2];
  for (const Known* word = kept; word < kept + 2; ++word) {
    if (word->size == size && word->head == ends.head && word->tail == ends.tail)
      return {last, word->verdict, word->has_upper};
  }
  const LookedAt seen = look_letter_by_letter(raw, at, end);
  if (seen.verdict == WordVerdict::kEntangled) return seen;
  kept[1] = kept[0];
  kept[0] = {ends.head, ends.tail, static_cast<std::uint8_t>(size), seen.verdict, seen.has_upper};
  return seen;
}

LookedAt WordLook::look_letter_by_letter(std::string_view raw, std::size_t at, std::size_t end) {
  const Traits* tabled = tabled_traits();
  LookedAt seen;
  const auto judge = [&](const Run& run, std::size_t run_end) {
    const std::string_view word = raw.substr(run.begin, run_end - run.begin);
    const bool wrong =
        (run.all & kOther) != 0 || (run.may_be_misplaced() && !tone_stays(word)) || (run.turns && is_glued(word));
    if (wrong) seen.verdict = WordVerdict::kChanges;
  };
  Run run{at};
  unsigned all = 0;
  const std::size_t begin = at;
  while (at < end) {
    const CodePoint point = code_point_at(raw, at);
    const Traits traits = point.value < kTabledLetters ? tabled[point.value] : traits_of(point.value);
    if ((traits & kBlank) != 0 && point.value < 0x80) break;
    if ((traits & kBlank) != 0 || (at == begin && (traits & kComposes) != 0))
      return {0, WordVerdict::kEntangled, false};
    all |= traits;
    if ((traits & kLetter) != 0) {
      run.add(traits);
    } else {
      judge(run, at);
      run = Run{at + point.size};
    }
    at += point.size;
  }
  judge(run, at);
  if ((all & (kChanged | kComposes)) != 0) seen.verdict = WordVerdict::kChanges;
  seen.has_upper = (all & kUpper) != 0;
  seen.end = at;
  return seen;
}

void WordLook::take_letters(std::string_view run) {
  word_.clear();
  for (std::size_t at = 0; at < run.size();) {
    const CodePoint point = code_point_at(run, at);
    word_.push_back(point.value);
    at += point.size;
  }
}

bool WordLook::is_glued(std::string_view run) {
  take_letters(run);
  return glued_at(word_) > 0;
}

bool WordLook::tone_stays(std::string_view run) {
  take_letters(run);
  before_ = word_;
  if (repair_tone_place(word_)) return false;
  place_tone(word_);
  return word_ == before_;
}

}  // namespace trichluc::text
