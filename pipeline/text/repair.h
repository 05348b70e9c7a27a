// Damage of single letters that Unicode text carries from keyboards, fonts and converters. Repairs keep the number of
// letters of a word, so that each still leads back to its place in the text as read; a blank that was left out stands
// for no letter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/base/span.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {

enum class RepairKind : std::uint8_t {
  kNone,
  kLookAlike,  // a letter of another alphabet that prints the same: Cyrillic а in "bаo", ð for đ, ƣ for ư, ǎ for ă
  kMarkOrder,  // marks in an order that Unicode does not compose, or twice: e, acute, circumflex
  kTonePlace,  // the tone on a letter where it cannot stand: "nứơc", "tòan"
  kGlued,      // a blank left out between two words, as pages lose it with their mark-up: "Chính phủNguyễn"
};

// One edit of the log: what stands there now, and why; NormalizedText::to_raw tells what was read.
struct Repair {
  Span in_folded;
  RepairKind kind = RepairKind::kNone;

  friend bool operator==(const Repair&, const Repair&) = default;
};

// The letter of Vietnamese that is always meant by this one; the letter itself where there is none.
inline char32_t meant_letter(char32_t point) {
  switch (point) {
    case 0xD0:  // eth, as keyboards have given it
    case 0x189:
      return 0x110;
    case 0xF0:
      return 0x111;
    case 0x1A2:  // oi, a known damage of PDF font tables
      return 0x1AF;
    case 0x1A3:
      return 0x1B0;
    case 0x1CD:  // a with a caron
      return 0x102;
    case 0x1CE:
      return 0x103;
    default:
      return point;
  }
}

// A base letter with marks in any order to one letter; 0 where they do not make one.
char32_t compose_in_any_order(std::u32string_view base_and_marks);

// Cyrillic or Greek.
inline bool is_of_other_alphabet(char32_t c) {
  return c >= 0x370 && c < 0x530;
}

// Letters of Cyrillic and Greek to the Latin ones that look the same, in a word that has Latin letters and no letter of
// those alphabets that looks otherwise. True where something was changed.
bool repair_look_alikes(std::u32string& word);

// The tone to the letter where it belongs, in a word that is no possible syllable as it stands and becomes one so. True
// where it was moved.
bool repair_tone_place(std::u32string& word);

// Where the next word begins in two that no blank parts: a syllable with marks ends there, and a capital stands before
// a small letter ("phủ|Nguyễn"; not "WaterBridge", "QĐ"). 0: nowhere.
std::size_t glued_at(std::u32string_view word);

}  // namespace trichluc::text
