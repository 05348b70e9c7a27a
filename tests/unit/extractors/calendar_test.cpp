#include "extractors/date/calendar.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>

namespace trichluc {
namespace {

CalendarPoint day(std::optional<int> year, int month, int of_month) {
  return {year, month, of_month};
}

TEST_CASE("a day is valid when the calendar has it") {
  struct Case {
    CalendarPoint point;
    bool valid;
  };
  const auto c = GENERATE(Case{day(2019, 4, 10), true}, Case{day(2020, 2, 29), true}, Case{day(2019, 2, 29), false},
                          Case{day(std::nullopt, 2, 29), true}, Case{day(2019, 4, 31), false},
                          Case{day(2019, 13, 1), false}, Case{day(2019, 0, 1), false}, Case{day(2019, 0, 0), true},
                          Case{day(1899, 1, 1), false}, Case{day(2100, 1, 1), false}, Case{day(2000, 2, 29), true});
  CAPTURE(c.point.year.value_or(0), c.point.month, c.point.day);
  CHECK(is_valid(c.point) == c.valid);
}

TEST_CASE("what is written as ISO 8601 is read back as the same span") {
  const auto iso = GENERATE(as<std::string>{}, "2019-04-10", "2018-07", "2018", "--04-10", "2023-01/2023-08", "2016/..",
                            "1996/2017", "--07-06/--07-09", "2020-03/..", "2014/2019-10");
  const auto span = parse_iso(iso);
  REQUIRE(span);
  CHECK(to_iso(*span) == iso);
}

TEST_CASE("a month without a year has no ISO form") {
  CHECK(to_iso({{std::nullopt, 7, 0}, std::nullopt, false}).empty());
  CHECK(to_iso({{std::nullopt, 1, 0}, CalendarPoint{std::nullopt, 6, 0}, false}).empty());
}

TEST_CASE("what is no date is not parsed") {
  const auto iso = GENERATE(as<std::string>{}, "", "19", "2019-13", "2019-02-30", "year", "2019/", "--13-01");
  CAPTURE(iso);
  CHECK_FALSE(parse_iso(iso));
}

}  // namespace
}  // namespace trichluc
