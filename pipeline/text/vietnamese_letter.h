// The letters of Vietnamese, taken apart: ậ is an a with a circumflex and the tone nặng.
#pragma once

#include <array>
#include <cstdint>

namespace trichluc::text {

enum class Shape : std::uint8_t { kNone, kCircumflex, kBreve, kHorn, kStroke };
enum class Tone : std::uint8_t { kNone, kHuyen, kSac, kHoi, kNga, kNang };

struct VietnameseLetter {
  char base = 0;  // 'a' to 'z'; 0: no letter of Vietnamese (f, j, w and z count as letters)
  bool upper = false;
  Shape shape = Shape::kNone;
  Tone tone = Tone::kNone;

  bool is_letter() const { return base != 0; }
  bool is_marked() const { return shape != Shape::kNone || tone != Tone::kNone; }
};

inline bool is_vowel(VietnameseLetter letter) {
  switch (letter.base) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return true;
    default:
      return false;
  }
}

// One past the last letter of Vietnamese (ỹ).
constexpr char32_t kEndOfLetters = 0x1EFA;

// All letters by their code points: asked for every letter of a text, and no look-up is shorter.
extern const std::array<VietnameseLetter, kEndOfLetters> kVietnameseLetters;

// Of a precomposed code point.
inline VietnameseLetter take_apart(char32_t point) {
  return point < kEndOfLetters ? kVietnameseLetters[point] : VietnameseLetter{};
}

// The shape or tone that a combining mark gives to the letter before it; neither: no mark of Vietnamese.
struct Mark {
  Shape shape = Shape::kNone;
  Tone tone = Tone::kNone;

  bool is_mark() const { return shape != Shape::kNone || tone != Tone::kNone; }
};
Mark mark_of(char32_t point);

// The letter with the mark put on it; no letter where they do not go together (a horn on an a, a second tone).
VietnameseLetter with_mark(VietnameseLetter letter, Mark mark);

// The precomposed code point; 0 for no letter of Vietnamese.
char32_t put_together(VietnameseLetter letter);

}  // namespace trichluc::text
