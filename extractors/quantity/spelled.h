// Numbers in words, in both dialects: "hai mươi mốt", "một trăm linh năm", "ba nghìn hai trăm".
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/decimal.h"
#include "extractors/lexicon/dictionaries.h"

namespace trichluc {

struct SpelledNumber {
  std::size_t last = 0;  // one past its last token
  Decimal value;
  const LexiconMatch* scale = nullptr;  // the last scale word, when it ends the number ("hai triệu")
  bool single = false;                  // one word only, as likely an article or a year word ("năm") as a number
};

// Of one table the match that starts at a token, or null: a bit for each token, and the few matches there are.
class MatchAt {
 public:
  explicit MatchAt(std::size_t tokens) : starts_(tokens, false) {}

  // In order of the text, one a token.
  void add(const LexiconMatch& match) {
    starts_[match.first] = true;
    matches_.push_back(&match);
  }
  std::size_t size() const { return starts_.size(); }  // tokens
  // False behind the last token, too.
  bool starts_at(std::size_t token) const { return token < starts_.size() && starts_[token]; }
  const LexiconMatch* operator[](std::size_t token) const { return starts_[token] ? find(token) : nullptr; }

 private:
  const LexiconMatch* find(std::size_t token) const;

  std::vector<bool> starts_;
  std::vector<const LexiconMatch*> matches_;
};

// The longest number in words that starts at `first`.
std::optional<SpelledNumber> read_spelled(const MatchAt& words, const MatchAt& scales, std::size_t first);

}  // namespace trichluc
