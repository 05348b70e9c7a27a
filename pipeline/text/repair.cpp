#include "pipeline/text/repair.h"

#include <algorithm>
#include <cstddef>

#include "pipeline/text/syllable.h"

namespace trichluc::text {
namespace {

// Cyrillic and Greek, and the Latin letters that print the same, one under the other.
constexpr std::u32string_view kOthers =
    U"\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04BB"
    U"\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0405\u0408"
    U"\u03BF\u03BD\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
constexpr std::u32string_view kLatin =
    U"aeopcyxisjh"
    U"ABEKMHOPCTYXISJ"
    U"ovABEZHIKMNOPTYX";
static_assert(kOthers.size() == kLatin.size());

char32_t latin_of(char32_t c) {
  const std::size_t at = kOthers.find(c);
  return at == std::u32string_view::npos ? 0 : kLatin[at];
}

enum class Case : std::uint8_t { kNone, kUpper, kLower };

Case case_of(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? Case::kUpper : c >= 'a' && c <= 'z' ? Case::kLower : Case::kNone;
  const VietnameseLetter letter = take_apart(c);
  if (!letter.is_letter()) return Case::kNone;
  return letter.upper ? Case::kUpper : Case::kLower;
}

Syllable judge(std::u32string_view word) {
  SyllableLetters letters;
  for (const char32_t c : word) letters.add(c);
  return letters.judge();
}

}  // namespace

char32_t compose_in_any_order(std::u32string_view base_and_marks) {
  VietnameseLetter letter = take_apart(base_and_marks.empty() ? 0 : meant_letter(base_and_marks[0]));
  for (const char32_t c : base_and_marks.substr(std::min<std::size_t>(1, base_and_marks.size()))) {
    const Mark mark = mark_of(c);
    const bool twice = mark.is_mark() && (mark.shape == Shape::kNone || mark.shape == letter.shape) &&
                       (mark.tone == Tone::kNone || mark.tone == letter.tone);
    if (twice) continue;
    letter = mark.is_mark() ? with_mark(letter, mark) : VietnameseLetter{};
    if (!letter.is_letter()) return 0;
  }
  return put_together(letter);
}

bool repair_look_alikes(std::u32string& word) {
  bool latin = false;
  bool other = false;
  for (const char32_t c : word) {
    latin = latin || take_apart(c).is_letter();
    other = other || is_of_other_alphabet(c);
    if (is_of_other_alphabet(c) && latin_of(c) == 0) return false;
  }
  if (!latin || !other) return false;
  for (char32_t& c : word) {
    if (is_of_other_alphabet(c)) c = latin_of(c);
  }
  return true;
}

bool repair_tone_place(std::u32string& word) {
  constexpr std::size_t kLongest = 7;
  if (word.size() < 2 || word.size() > kLongest) return false;
  std::size_t from = word.size();
  std::size_t vowels = 0;  // with one only, the tone has no other place
  for (std::size_t i = 0; i < word.size(); ++i) {
    const VietnameseLetter letter = take_apart(word[i]);
    vowels += is_vowel(letter) ? 1U : 0U;
    if (!letter.is_letter() || (letter.tone != Tone::kNone && from < word.size())) return false;
    if (letter.tone != Tone::kNone) from = i;
  }
  if (from == word.size() || vowels < 2 || judge(word) != Syllable::kNone) return false;
  VietnameseLetter bare = take_apart(word[from]);
  const Tone tone = bare.tone;
  bare.tone = Tone::kNone;
  for (std::size_t to = 0; to < word.size(); ++to) {
    const VietnameseLetter toned = with_mark(take_apart(word[to]), {Shape::kNone, tone});
    if (to == from || !toned.is_letter()) continue;
    std::u32string moved = word;
    moved[from] = put_together(bare);
    moved[to] = put_together(toned);
    if (judge(moved) != Syllable::kMarked) continue;
    word = moved;
    return true;
  }
  return false;
}

std::size_t glued_at(std::u32string_view word) {
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    const bool parts = case_of(word[i]) == Case::kUpper && case_of(word[i - 1]) == Case::kLower &&
                       case_of(word[i + 1]) == Case::kLower;
    if (parts && judge(word.substr(0, i)) == Syllable::kMarked) return i;
  }
  return 0;
}

}  // namespace trichluc::text
