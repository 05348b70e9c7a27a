#include "extractors/quantity/digits.h"

#include <catch2/catch.hpp>
#include <string>

namespace trichluc {
namespace {

struct Case {
  std::string written;
  bool scaled;
  std::string value;
};

TEST_CASE("digits are read in both separator styles") {
  const auto c =
      GENERATE(Case{"496", false, "496"}, Case{"08", false, "8"}, Case{"1.145.000", false, "1145000"},
               Case{"1,145,000", false, "1145000"}, Case{"130,000", false, "130000"}, Case{"1.234", false, "1234"},
               Case{"41,3", false, "41.3"}, Case{"41.3", false, "41.3"}, Case{"1.234,5", false, "1234.5"},
               Case{"1,234.5", false, "1234.5"}, Case{"12.345.678,9", false, "12345678.9"},
               Case{"0,125", false, "0.125"}, Case{"1234,567", false, "1234.567"}, Case{"5,0", false, "5"});
  CAPTURE(c.written);
  const auto value = parse_digits(c.written, c.scaled);
  REQUIRE(value.has_value());
  CHECK(value->to_string() == c.value);
}

TEST_CASE("a scale word makes a single comma a fraction and leaves points as they are") {
  const auto c = GENERATE(Case{"1,145", true, "1.145"}, Case{"1,145", false, "1145"}, Case{"1.145", true, "1145"},
                          Case{"1,14", true, "1.14"}, Case{"1.14", true, "1.14"}, Case{"220.7", true, "220.7"});
  CAPTURE(c.written, c.scaled);
  const auto value = parse_digits(c.written, c.scaled);
  REQUIRE(value.has_value());
  CHECK(value->to_string() == c.value);
}

TEST_CASE("what is no number is not read") {
  const std::string written = GENERATE(values<std::string>(
      {"13.11.2019", "1.23.456", "1.234,567,8", "1,2.3", "4.5.6", "1234567890123456789012", "0.123.456"}));
  CAPTURE(written);
  CHECK_FALSE(parse_digits(written, false).has_value());
}

}  // namespace
}  // namespace trichluc
