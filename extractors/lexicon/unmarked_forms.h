// The forms of the dictionaries as they are typed without marks, and with their help the marks that such a text means:
// "to chuc phi chinh phu" is "tổ chức phi chính phủ". The longest forms that stand side by side win; a word that means
// several things ("ty": tỷ, ty) is read only within a longer form, the number or the name beside it included.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/lexicon/word_ids.h"
#include "extractors/token.h"

namespace trichluc {

class UnmarkedForms {
 public:
  // What a form says of the words that look like it.
  enum class Kind {
    kForm,    // of a table that is looked for in texts: it is one way to read them
    kUsual,   // of unmarked_words.tsv: it is the way to read them; "0" stands for a number, "^" for a capitalised word
    kFamily,  // a family name: the first of two capitalised words
    kRareFamily,  // … of three: "So Y te" is no name
  };

  // Copies the words.
  void add(const std::vector<Token>& form, Kind kind);
  // Sets the folded words of the unmarked tokens to those that are meant; they then point into this object.
  void restore(std::vector<Token>& tokens) const;

 private:
  using Words = std::vector<int>;  // ids with their marks

  struct Node {
    std::map<int, std::size_t> next;  // by word without marks
    std::vector<Words> forms;         // what may be meant here, if nothing is usual
    Words usual;
  };
  // The best way to read the tokens from one on.
  struct Step {
    double score = 0;
    std::size_t count = 1;         // tokens of the first form
    const Words* words = nullptr;  // null: as it stands
  };

  class Walk;

  int bare_id(std::string_view word);
  const Words* meant(const Node& node, std::size_t count) const;

  WordIds marked_;
  WordIds bare_;
  std::vector<int> bare_of_;          // for each marked word
  std::vector<std::size_t> several_;  // for each bare word, how many marked ones there are
  std::vector<Node> nodes_{Node{}};
  std::map<int, Words> families_;       // by word without marks
  std::map<int, Words> rare_families_;  // by word without marks
};

}  // namespace trichluc
