// The one number scanner: digits with either separator style, scale words, spelled-out numbers, ranges. Dates, counts,
// money and shares stand on it.
#pragma once

#include <optional>
#include <vector>

#include "extractors/decimal.h"
#include "extractors/lexicon/dictionaries.h"
#include "extractors/token.h"

namespace trichluc {

struct Quantity {
  std::size_t first = 0;  // tokens [first, last), the scale word included, a percent sign not
  std::size_t last = 0;
  Span span;
  std::optional<Decimal> value;      // empty: a range, or not readable as one number
  std::optional<Decimal> low, high;  // of a range ("20–30 triệu")
  bool spelled = false;              // "hai mươi mốt"
  bool scaled = false;               // with nghìn, triệu, tỷ …
  bool zero_padded = false;          // "08"
  const LexiconMatch* scale = nullptr;
};

// In order of the text, never overlapping.
std::vector<Quantity> scan_quantities(const std::vector<Token>& tokens, const std::vector<LexiconMatch>& matches);

}  // namespace trichluc
