#include "pipeline/query/evaluation/evaluate.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/query/comparison.h"
#include "pipeline/query/evaluation/score_report.h"

namespace trichluc::query {
namespace {

Score score_of(const std::string& gold, const std::string& predicted) {
  const auto score = evaluate({{"a", gold}}, {{"x/a.txt", predicted}});
  REQUIRE(score);
  return *score;
}

const ScoreRow& row(const Score& score, const std::string& type) {
  for (const ScoreRow& one : score.rows) {
    if (one.type == type) return one;
  }
  FAIL("no row " << type);
  return score.rows.front();
}

TEST_CASE("strings are compared without case, tone place and punctuation") {
  CHECK(comparable("Hoà  Bình – UỶ BAN") == "hòa bình ủy ban");
  CHECK(comparable_ascii("Đắk Lắk (tỉnh)") == "dak lak tinh");
  CHECK(comparable_place("Tỉnh Hà Giang") == comparable_place("Hà Giang"));
  CHECK(comparable_place("TP. Hồ Chí Minh") == comparable_place("Thành phố Hồ Chí Minh"));
  CHECK(comparable_place("cả nước") == comparable_place("Việt Nam"));
}

TEST_CASE("four of five words make two positions similar") {
  CHECK(similar("Phó Chủ tịch Liên hiệp", "phó chủ tịch liên hiệp"));
  CHECK(similar("a b c d e", "a b c d x"));
  CHECK_FALSE(similar("a b c d", "a b c x"));
}

TEST_CASE("periods agree when they cover the same days") {
  CHECK(same_period("2018", "2018-01/2018-12"));
  CHECK(same_period("2018", "2018-07-05"));
  CHECK(same_period("2018-07-05", "2018"));
  CHECK_FALSE(same_period("2018-07", "2018"));
  CHECK_FALSE(same_period("2018", ""));
  CHECK(same_period("2016/..", "2016/.."));
  CHECK_FALSE(same_period("2016/..", "2016"));
  CHECK_FALSE(same_period("--04-10", "2019-04-10"));
}

TEST_CASE("what is found, partly right, missed and invented is counted") {
  const Score score = score_of(
      R"({"meeting":{"place":"Hà Nội","sites":62},"facts":[
        {"type":"count","of":"ngo","value":120,"place":"Việt Nam","status":"operating"},
        {"type":"count","of":"ngo","value":7,"place":null},
        {"type":"date","value":"2018"}]})",
      R"({"meeting":{"place":"TP Hà Nội","sites":62},"facts":[
        {"type":"count","of":"ngo","value":120.0,"place":"cả nước","status":"ended"},
        {"type":"count","of":"ngo","value":8},
        {"type":"count","of":"delegate","value":300},
        {"type":"date","value":"2018","section":"related"}]})");
  CHECK(row(score, "count").gold == 2);
  CHECK(row(score, "count").invented == 1);
  CHECK(row(score, "count").value.recall == 0.5);
  CHECK(row(score, "count").full.recall == 0);
  CHECK(row(score, "date").value.f1 == 0);
  REQUIRE(score.meeting.size() == 3);
  for (const Agreement& field : score.meeting) CHECK(field.same == 1);
}

TEST_CASE("what the gold is unsure of is neither asked for nor invented") {
  const Score score = score_of(R"({"facts":[{"type":"share","percent":12,"unsure":true}]})",
                               R"({"facts":[{"type":"share","percent":12},{"type":"share","percent":12}]})");
  CHECK(row(score, "share").gold == 0);
  CHECK(row(score, "share").invented == 0);
}

TEST_CASE("a gold without output is missed, and two outputs of one name are refused") {
  const auto missing = evaluate({{"a", R"({"facts":[{"type":"date","value":"2018"}]})"}}, {});
  REQUIRE(missing);
  CHECK(missing->details.at(0) == "a: NO OUTPUT");
  CHECK(row(*missing, "date").value.recall == 0);
  CHECK_FALSE(evaluate({}, {{"x/a.txt", "{}"}, {"y/a.html", "{}"}}));
  CHECK_FALSE(evaluate({{"a", "no json"}}, {}));
}

TEST_CASE("the table has a line a type and the agreement of fields") {
  const std::string table = score_as_table(score_of(R"({"facts":[]})", R"({"facts":[]})"), false);
  CHECK(table.find("count              0        0.000  0.000  0.000        0.000  0.000  0.000\n") !=
        std::string::npos);
  CHECK(table.find("meeting: present 1/1\n") != std::string::npos);
}

}  // namespace
}  // namespace trichluc::query
