// How much a text looks like Vietnamese that was read rightly. True text has nine possible syllables in ten words;
// the same text in a wrong encoding, or with letters lost, has far fewer. A capital with marks inside a word ("cÔng")
// makes it none. One pass, nothing allocated.
#pragma once

#include <cstddef>
#include <string_view>

namespace trichluc::text {

struct TextQuality {
  std::size_t words = 0;         // with a letter or a digit
  std::size_t letter_words = 0;  // with a letter; without single letters of lists and abbreviations ("b)", "UBND")
  std::size_t syllables = 0;     // of letter_words, possible syllables ("trong", "nước")
  std::size_t marked = 0;        // of those, with Vietnamese marks ("nước")
  std::size_t stripped = 0;      // of letter_words, syllables whose marks were left out ("nuoc"); not in `syllables`
  std::size_t accented = 0;      // of letter_words, those with a letter or sign beyond ASCII
  std::size_t letters = 0;       // code points that are letters
  std::size_t digits = 0;
  std::size_t damaged = 0;      // U+FFFD, private use, unassigned, control characters but line ends and tabs
  std::size_t code_points = 0;  // without blanks

  double syllable_share() const { return share(syllables, letter_words); }
  double marked_share() const { return share(marked, letter_words); }
  // Of the words that have marks, how many are possible: what tells one encoding from another.
  double rightly_marked_share() const { return share(marked, accented); }
  double stripped_share() const { return share(stripped, letter_words); }
  double damaged_share() const { return share(damaged, code_points); }
  double digit_share() const { return share(digits, code_points); }

 private:
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

TextQuality measure_text(std::string_view utf8);

}  // namespace trichluc::text
