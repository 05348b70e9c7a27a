// Is a word a possible syllable of Vietnamese? Asked of the spelling alone: onset, rime and tone must go together
// ("nghiêng" may stand, "ngiêng" and "tổc" may not). No dictionary: names and new words pass.
#pragma once

#include <cstddef>
#include <string_view>

#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {

enum class Syllable {
  kNone,      // no syllable, or no word
  kStripped,  // could be one whose marks were left out ("nuoc", "Viet")
  kPlain,     // one without marks that is right as it stands ("trong", "anh")
  kMarked,    // one with Vietnamese marks ("nước", "hoà" and "hòa" alike)
};

// Letters that stand for one syllable at most; more are counted and not kept. Allocates nothing.
class SyllableLetters {
 public:
  // A letter, or a combining mark for the letter before it; anything else spoils the syllable.
  void add(char32_t point);
  void clear() { *this = SyllableLetters(); }
  std::size_t size() const { return size_; }
  Syllable judge() const;

 private:
  static constexpr std::size_t kMost = 7;  // "nghiêng"

  VietnameseLetter letters_[kMost] = {};
  std::size_t size_ = 0;
  bool spoiled_ = false;
};

// `word` is UTF-8, composed or not, in any case.
Syllable judge_syllable(std::string_view word);
inline bool is_possible_syllable(std::string_view word) {
  return judge_syllable(word) >= Syllable::kPlain;
}

}  // namespace trichluc::text
