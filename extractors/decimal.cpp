#include "extractors/decimal.h"

#include <cmath>

namespace trichluc {
namespace {

// 18 digits fit an int64 with room for one more digit of a sum.
constexpr int kMostDigits = 18;

std::optional<std::int64_t> scaled(std::int64_t mantissa, int power) {
  for (int i = 0; i < power; ++i) {
    if (__builtin_mul_overflow(mantissa, std::int64_t{10}, &mantissa)) return std::nullopt;
  }
  return mantissa;
}

Decimal normalized(Decimal d) {
  while (d.exponent < 0 && d.mantissa % 10 == 0) {
    d.mantissa /= 10;
    ++d.exponent;
  }
  return d;
}

}  // namespace

std::string Decimal::to_string() const {
  std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
  const std::string sign = mantissa < 0 ? "-" : "";
  if (exponent >= 0)
    return sign + (mantissa == 0 ? "0" : digits + std::string(static_cast<std::size_t>(exponent), '0'));
  const Decimal shortest = normalized(*this);
  if (shortest.exponent >= 0) return shortest.to_string();
  digits = std::to_string(shortest.mantissa < 0 ? -shortest.mantissa : shortest.mantissa);
  const auto places = static_cast<std::size_t>(-shortest.exponent);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, ".");
  return sign + digits;
}

std::optional<std::int64_t> Decimal::to_integer() const {
  const Decimal d = normalized(*this);
  if (d.exponent < 0) return std::nullopt;
  return scaled(d.mantissa, d.exponent);
}

double Decimal::to_double() const {
  return static_cast<double>(mantissa) * std::pow(10.0, exponent);
}

bool operator==(const Decimal& a, const Decimal& b) {
  if (a.exponent == b.exponent) return a.mantissa == b.mantissa;
  return a.to_string() == b.to_string();
}

bool operator<(const Decimal& a, const Decimal& b) {
  const int power = std::min(a.exponent, b.exponent);
  const auto x = scaled(a.mantissa, a.exponent - power);
  const auto y = scaled(b.mantissa, b.exponent - power);
  return x && y ? *x < *y : a.to_double() < b.to_double();
}

std::optional<Decimal> times_power_of_ten(Decimal d, int power) {
  d.exponent += power;
  if (d.exponent > 0) {
    const auto mantissa = scaled(d.mantissa, d.exponent);
    if (!mantissa) return std::nullopt;
    d = {*mantissa, 0};
  }
  return normalized(d);
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  const int power = std::min(a.exponent, b.exponent);
  const auto x = scaled(a.mantissa, a.exponent - power);
  const auto y = scaled(b.mantissa, b.exponent - power);
  Decimal sum{0, power};
  if (!x || !y || __builtin_add_overflow(*x, *y, &sum.mantissa)) return std::nullopt;
  return normalized(sum);
}

std::optional<Decimal> multiply(Decimal a, Decimal b) {
  Decimal product{0, a.exponent + b.exponent};
  if (__builtin_mul_overflow(a.mantissa, b.mantissa, &product.mantissa)) return std::nullopt;
  return normalized(product);
}

std::optional<Decimal> parse_plain_decimal(std::string_view digits) {
  Decimal d;
  int count = 0;
  bool point = false;
  for (const char c : digits) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (count > 0 || c != '0') ++count;
    if (count > kMostDigits) return std::nullopt;
    d.mantissa = d.mantissa * 10 + (c - '0');
    if (point) --d.exponent;
  }
  if (digits.empty() || digits == ".") return std::nullopt;
  return normalized(d);
}

}  // namespace trichluc
