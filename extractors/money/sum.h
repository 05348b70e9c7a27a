// Sums of money as they are written: "hơn 220,7 triệu USD", "US$ 5 triệu", "20-30 triệu USD", whatever they are for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/quantity/bound.h"
#include "extractors/reading.h"

namespace trichluc {

struct Sum {
  const Quantity* quantity = nullptr;
  std::optional<Decimal> amount;  // with the scale that stands in the currency word ("tr.đ"); empty for a range
  std::optional<Decimal> low, high;
  std::string currency;  // ISO 4217
  const LexiconMatch* currency_word = nullptr;
  Bound bound;
  std::size_t first = 0;  // tokens [first, last): bounds, number and currency
  std::size_t last = 0;
};

// In order of the text.
std::vector<Sum> read_sums(const Reading& reading);

}  // namespace trichluc
