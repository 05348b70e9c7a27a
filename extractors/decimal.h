// An exact decimal number: mantissa × 10^exponent, as Vietnamese reports write them ("1,14 tỷ"). Never a double, so
// that 1,5 tỷ is 1500000000 and nothing else. What does not fit is "not read", never wrapped.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trichluc {

struct Decimal {
  std::int64_t mantissa = 0;
  int exponent = 0;

  // Plain digits: "1500000000", "41.3". Never scientific notation.
  std::string to_string() const;
  std::optional<std::int64_t> to_integer() const;  // empty when there is a fraction or it does not fit
  bool is_integer() const { return to_integer().has_value(); }
  double to_double() const;

  friend bool operator==(const Decimal& a, const Decimal& b);
  friend bool operator<(const Decimal& a, const Decimal& b);
};

std::optional<Decimal> times_power_of_ten(Decimal d, int power);
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> multiply(Decimal a, Decimal b);
// "1234" or "12.5" with a point as the decimal mark, ASCII digits only.
std::optional<Decimal> parse_plain_decimal(std::string_view digits);

}  // namespace trichluc
