// What ICU says of a code point, asked so often that the answers for the first planes of letters are kept in a table
// (Vietnamese, Latin, Greek and Cyrillic letters, combining marks, dashes and quotes).
#pragma once

#include <vector>

namespace trichluc::text {

struct LetterProperties {
  char32_t lower = 0;             // simple lower case, the code point itself where there is none
  bool blank = false;             // White_Space
  bool letter = false;            // general category L
  bool mark = false;              // a combining mark (Mn)
  bool upper = false;             // general category Lu
  bool starts_run = false;        // never composes with what stands before it (NFC)
  bool lower_is_as_long = false;  // in bytes of UTF-8
  bool as_it_stands = false;      // a letter that means no other (meant_letter)
};

inline bool is_ascii_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

LetterProperties ask_icu(char32_t c);

// The table is made at the first call; afterwards any thread may read it.
constexpr char32_t kTabledLetters = 0x2070;
std::vector<LetterProperties> make_letter_table();
inline const LetterProperties* tabled_letters() {
  static const std::vector<LetterProperties> kTable = make_letter_table();
  return kTable.data();
}

inline LetterProperties properties_of(char32_t c) {
  return c < kTabledLetters ? tabled_letters()[c] : ask_icu(c);
}

// Lower case only where it keeps the size in bytes, so that a text and its folded form share their offsets; this holds
// for every letter of Vietnamese, English and French.
inline char32_t same_size_lower(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  const LetterProperties properties = properties_of(c);
  return properties.lower_is_as_long ? properties.lower : c;
}

}  // namespace trichluc::text
