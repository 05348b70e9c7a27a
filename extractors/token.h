// The folded text cut into words, numbers and marks. A number token is a run of digits with the separators inside it
// ("1.234,5", "10/4" is three tokens). Letters of any script and combining marks make words; every other character that
// is not a blank is a token of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

enum class TokenKind : std::uint8_t { kWord, kNumber, kMark };

struct Token {
  Span span;                // bytes of the folded (and shaped) text
  std::string_view folded;  // "thứ"
  std::string_view shaped;  // "Thứ"
  // A bit each: there is a token for every five bytes of a text, and 64 bytes hold it so.
  TokenKind kind = TokenKind::kWord;
  bool capital : 1 = false;       // begins with an upper-case letter
  bool all_capitals : 1 = false;  // two letters or more, all upper case
  bool blank_before : 1 = false;
  bool cell_before : 1 = false;    // a tab stands before it: it begins a cell of a table (set by Reading)
  bool column_before : 1 = false;  // a tab or many blanks before it: the other column of a page set so (set by Reading)
  bool recognised : 1 = false;     // read from pixels
  bool mended : 1 = false;         // `folded` is not as read (see text::Repair, Dictionaries::mend)
  bool unmarked : 1 = false;       // of Vietnamese typed without its marks (text/unmarked.h)
  bool restored : 1 = false;       // … and `folded` has the marks that are meant (Dictionaries::restore_marks)
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
};

// Can this word be Vietnamese by its spelling? "Duc" can in a text without marks, elsewhere it is a foreign word.
bool spells_vietnamese(const Token& word);

struct Sentence {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::size_t paragraph = 0;
};

struct TokenStream {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

TokenStream tokenize(const text::NormalizedText& text);

// The tokens of one string that is already folded (a dictionary form); sentence and paragraph are 0.
std::vector<Token> tokenize_folded(std::string_view folded);

}  // namespace trichluc
