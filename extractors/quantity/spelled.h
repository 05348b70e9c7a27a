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

// The longest number in words that starts at `first`; `match_at` gives a table's longest match at a token.
using MatchAt = std::vector<const LexiconMatch*>;  // for each token, or null
std::optional<SpelledNumber> read_spelled(const MatchAt& words, const MatchAt& scales, std::size_t first);

}  // namespace trichluc
