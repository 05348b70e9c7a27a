#include "extractors/decimal.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "extractors/quantity/digits.h"

namespace trichluc {
namespace {

TEST_CASE("digits are read in either separator style") {
  struct Case {
    const char* written;
    bool scaled;
    const char* value;  // empty: no number
  };
  const auto c = GENERATE(
      Case{"286.000", false, "286000"}, Case{"1.958.182", false, "1958182"}, Case{"130,000", false, "130000"},
      Case{"3,286,743", false, "3286743"}, Case{"42,7", false, "42.7"}, Case{"33.3", false, "33.3"},
      Case{"1,145", true, "1.145"}, Case{"1,145", false, "1145"}, Case{"1.200", true, "1200"},
      Case{"1.234.567,8", false, "1234567.8"}, Case{"1,234,567.8", false, "1234567.8"}, Case{"2020", false, "2020"},
      Case{"13.11.2019", false, ""}, Case{"1.23.456", false, ""}, Case{"1.234,567.8", false, ""});
  CAPTURE(c.written, c.scaled);
  const auto number = parse_digits(c.written, c.scaled);
  CHECK((number ? number->to_string() : std::string()) == c.value);
}

TEST_CASE("a decimal is exact and has one form") {
  CHECK(Decimal{114, 7}.to_string() == "1140000000");
  CHECK(Decimal{1500, -3}.to_string() == "1.5");
  CHECK(Decimal{5, -2}.to_string() == "0.05");
  CHECK(Decimal{-25, -1}.to_string() == "-2.5");
  CHECK(Decimal{0, 5}.to_string() == "0");
  CHECK(Decimal{15, 8} == Decimal{1500000000, 0});
  CHECK(Decimal{14, -1} < Decimal{15, -1});
}

TEST_CASE("sums and scales keep every digit") {
  const auto scaled = times_power_of_ten({23162, -2}, 6);
  REQUIRE(scaled);
  CHECK(scaled->to_string() == "231620000");
  const auto sum = add({12, 8}, {5, -1});
  REQUIRE(sum);
  CHECK(sum->to_string() == "1200000000.5");
  CHECK(multiply({15, -1}, {4, 0})->to_string() == "6");
}

TEST_CASE("what does not fit is not read, never wrapped") {
  CHECK_FALSE(parse_plain_decimal("1234567890123456789"));
  CHECK_FALSE(times_power_of_ten({900000000000000000, 0}, 6));
  CHECK_FALSE(multiply({INT64_MAX, 0}, {2, 0}));
  CHECK_FALSE(add({INT64_MAX, 0}, {1, 0}));
  CHECK_FALSE(Decimal{15, -1}.to_integer());
  CHECK_FALSE(parse_plain_decimal(""));
  CHECK_FALSE(parse_plain_decimal("1a"));
}

}  // namespace
}  // namespace trichluc
