#include "pipeline/text/word_look.h"

#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/repair.h"
#include "pipeline/text/tone_placement.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

// What matters of a code point here, in four bytes.
struct Traits {
  bool blank : 1;
  bool letter : 1;
  bool stands : 1;      // alone, it is shaped to itself
  bool starts_run : 1;  // never composes with what stands before it
  bool upper : 1;       // folded, it is another
  bool other_alphabet : 1;
  std::uint8_t vowels;         // 1: a vowel of Vietnamese
  std::uint8_t toned_vowels;   // … with a tone
  std::uint8_t shaped_vowels;  // … with a shape mark
};

Traits traits_of(char32_t c) {
  const LetterProperties properties = properties_of(c);
  const VietnameseLetter letter = take_apart(c);
  const bool vowel = is_vowel(letter);
  Traits traits{};
  traits.blank = properties.blank;
  traits.letter = properties.letter;
  traits.stands = c < 0x80 || (properties.as_it_stands && c < kTabledLetters);
  traits.starts_run = properties.starts_run;
  traits.upper = same_size_lower(c) != c;
  traits.other_alphabet = is_of_other_alphabet(c);
  traits.vowels = vowel ? 1 : 0;
  traits.toned_vowels = vowel && letter.tone != Tone::kNone ? 1 : 0;
  traits.shaped_vowels = vowel && letter.shape != Shape::kNone ? 1 : 0;
  return traits;
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
  unsigned vowels = 0;
  unsigned tones = 0;
  bool on_last_shape = false;
  bool other_alphabet = false;

  void add(const Traits& letter) {
    vowels += letter.vowels;
    tones += letter.toned_vowels;
    if (letter.shaped_vowels > 0) on_last_shape = letter.toned_vowels > 0;
    other_alphabet = other_alphabet || letter.other_alphabet;
  }
  bool may_be_misplaced() const { return vowels >= 2 && (tones > 1 || (tones == 1 && !on_last_shape)); }
};

LookedAt WordLook::look(std::string_view raw, std::size_t at, std::size_t end) {
  const Traits* tabled = tabled_traits();
  LookedAt seen;
  const auto judge = [&](const Run& run, std::size_t run_end) {
    const bool wrong =
        run.other_alphabet || (run.may_be_misplaced() && !tone_stays(raw.substr(run.begin, run_end - run.begin)));
    if (wrong) seen.verdict = WordVerdict::kChanges;
  };
  Run run{at};
  const std::size_t begin = at;
  while (at < end) {
    const CodePoint point = code_point_at(raw, at);
    const Traits traits = point.value < kTabledLetters ? tabled[point.value] : traits_of(point.value);
    if (traits.blank && point.value < 0x80) break;
    if (traits.blank || (at == begin && !traits.starts_run)) {
      seen.verdict = WordVerdict::kEntangled;
      return seen;
    }
    if (!traits.stands || !traits.starts_run) seen.verdict = WordVerdict::kChanges;
    seen.has_upper = seen.has_upper || traits.upper;
    if (traits.letter) {
      run.add(traits);
    } else {
      judge(run, at);
      run = Run{at + point.size};
    }
    at += point.size;
  }
  judge(run, at);
  seen.end = at;
  return seen;
}

bool WordLook::tone_stays(std::string_view run) {
  word_.clear();
  for (std::size_t at = 0; at < run.size();) {
    const CodePoint point = code_point_at(run, at);
    word_.push_back(point.value);
    at += point.size;
  }
  const std::u32string before = word_;
  if (repair_tone_place(word_)) return false;
  place_tone(word_);
  return word_ == before;
}

}  // namespace trichluc::text
