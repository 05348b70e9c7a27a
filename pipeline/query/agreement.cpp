#include "pipeline/query/agreement.h"

#include <algorithm>
#include <cmath>

namespace trichluc {
namespace {

// How far from the told number the true one may be, as a part of it, however few digits are told.
constexpr double kMostOver = 0.3;
constexpr double kMostUnder = 0.2;
constexpr double kMostAbout = 0.15;
constexpr double kLeastAbout = 0.05;
constexpr double kMostRounded = 0.05;
// Counts are told whole; two zeros at the end may be a round number all the same.
constexpr double kRoundCount = 100;
constexpr double kHair = 1e-9;  // doubles of equal decimals may differ in their last bit

// An exact-looking "220 triệu" may be 220.7 million cut off, or 219.6 rounded.
ValueRange rounded_range(double value, double unit) {
  const double most = value * kMostRounded;
  return {value - std::min(unit / 2, most), value + std::min(unit, most)};
}

ValueRange told_range(const Observation& o, const Decimal& told) {
  const double value = told.to_double();
  const double unit = finest_unit(told);
  if (o.qualifier == "over") return {value, value + std::min(unit, value * kMostOver)};
  if (o.qualifier == "under") return {value - std::min(unit, value * kMostUnder), value};
  if (o.qualifier == "at_least") return {value, std::numeric_limits<double>::infinity()};
  if (o.qualifier == "up_to") return {0, value};
  if (o.qualifier == "about") {
    const double width = std::clamp(unit / 2, value * kLeastAbout, value * kMostAbout);
    return {value - width, value + width};
  }
  const bool whole = o.type == "count" && unit < kRoundCount;
  return whole ? ValueRange{value, value} : rounded_range(value, unit);
}

ValueRange widened(ValueRange range) {
  const double hair = std::abs(range.low) * kHair;
  return {range.low - hair, range.high + hair};
}

bool contains(const ValueRange& range, double value) {
  return range.low <= value && value <= range.high;
}

// "223 triệu" and "gần 222,8 triệu": the plain number lies where the other may, or the other is what it was rounded
// from.
bool plain_agrees_with(const Observation& plain, const Observation& other) {
  if (contains(range_of(other), plain.value->to_double())) return true;
  return other.value && finest_unit(*plain.value) > finest_unit(*other.value) &&
         contains(range_of(plain), other.value->to_double());
}

// Of two plain numbers the one told more finely must lie where the other may.
bool plain_numbers_agree(const Observation& a, const Observation& b) {
  const double unit_of_a = finest_unit(*a.value);
  const double unit_of_b = finest_unit(*b.value);
  if (unit_of_a == unit_of_b) return *a.value == *b.value;
  return unit_of_a > unit_of_b ? contains(range_of(a), b.value->to_double())
                               : contains(range_of(b), a.value->to_double());
}

}  // namespace

double finest_unit(const Decimal& value) {
  std::int64_t digits = value.mantissa;
  int power = value.exponent;
  while (digits != 0 && digits % 10 == 0) {
    digits /= 10;
    ++power;
  }
  return std::pow(10.0, power);
}

ValueRange range_of(const Observation& o) {
  if (o.value) return widened(told_range(o, *o.value));
  ValueRange range;
  if (o.low) range.low = o.low->to_double();
  if (o.high) range.high = o.high->to_double();
  return widened(range);
}

bool is_exact(const Observation& o) {
  return o.value && (o.qualifier.empty() || o.qualifier == "exact");
}

bool agree(const Observation& a, const Observation& b) {
  if (a.value && b.value && *a.value == *b.value) return true;
  if (is_exact(a) && is_exact(b)) return plain_numbers_agree(a, b);
  if (is_exact(a)) return plain_agrees_with(a, b);
  if (is_exact(b)) return plain_agrees_with(b, a);
  return range_of(a).overlaps(range_of(b));
}

}  // namespace trichluc
