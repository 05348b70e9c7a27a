#include "pipeline/query/covered_time.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace trichluc {
namespace {

struct Case {
  const char* period;
  TimeShape shape;
  int first;
  int last;
  const char* before;
};

TEST_CASE("covered time: a period says which days it covers and what it was a year before") {
  const std::vector<Case> cases{{"2018", TimeShape::kYear, 20180101, 20181231, "2017"},
                                {"2018-01/2018-12", TimeShape::kYear, 20180101, 20181231, "2017-01/2017-12"},
                                {"2019-04-10", TimeShape::kDay, 20190410, 20190410, "2018-04-10"},
                                {"2018-07", TimeShape::kPartOfYear, 20180701, 20180731, "2017-07"},
                                {"2023-01/2023-08", TimeShape::kPartOfYear, 20230101, 20230831, "2022-01/2022-08"},
                                {"1996/2017", TimeShape::kYears, 19960101, 20171231, "1995/2016"},
                                {"2016/..", TimeShape::kOpen, 20160101, 99991231, ""},
                                {"--04-10", TimeShape::kUnknown, 0, 0, ""},
                                {"", TimeShape::kUnknown, 0, 0, ""},
                                {"2019/2018", TimeShape::kUnknown, 0, 0, "2018/2017"}};
  for (const Case& c : cases) {
    CAPTURE(c.period);
    CHECK(covered_time(c.period) == CoveredTime{c.shape, c.first, c.last});
    CHECK(year_before(c.period) == c.before);
  }
}

TEST_CASE("covered time: a year covers its days and not those of another") {
  CHECK(covered_time("2019").covers(covered_time("2019-04-10")));
  CHECK_FALSE(covered_time("2018").covers(covered_time("2019-04-10")));
  CHECK_FALSE(covered_time("").covers(covered_time("2019")));
}

}  // namespace
}  // namespace trichluc
