// A number written in digits, in either separator style: "1.234,5", "130,000", "41.3".
#pragma once

#include <optional>
#include <string_view>

#include "extractors/decimal.h"

namespace trichluc {

// `scaled`: a scale word follows, so that "1,145" is a fraction ("1,145 tỷ") and not 1145 ("1,145 USD"). Empty for what
// is no number, such as "13.11.2019".
std::optional<Decimal> parse_digits(std::string_view written, bool scaled);

}  // namespace trichluc
