#include "pipeline/query/agreement.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace trichluc {
namespace {

struct Pair {
  const char* qualifier_a;
  const char* a;
  const char* qualifier_b;
  const char* b;
  bool agree;
};

Observation told(const std::string& type, const char* qualifier, const char* value) {
  Observation o;
  o.type = type;
  o.qualifier = qualifier;
  o.value = parse_plain_decimal(value);
  return o;
}

void check(const std::string& type, const std::vector<Pair>& pairs) {
  for (const Pair& p : pairs) {
    CAPTURE(p.qualifier_a, p.a, p.qualifier_b, p.b);
    const Observation a = told(type, p.qualifier_a, p.a);
    const Observation b = told(type, p.qualifier_b, p.b);
    CHECK(agree(a, b) == p.agree);
    CHECK(agree(b, a) == p.agree);
  }
}

TEST_CASE("agreement: money that is rounded agrees with what it was rounded from") {
  check("aid_value", {{"exact", "223000000", "exact", "223000000", true},
                      {"exact", "223000000", "exact", "224000000", false},
                      {"exact", "286000000", "exact", "286200000", true},
                      {"exact", "286000000", "exact", "287300000", false},
                      {"over", "220000000", "exact", "220700000", true},
                      {"over", "220700000", "exact", "226700000", false},
                      {"under", "9000000", "exact", "8900000", true},
                      {"under", "9000000", "exact", "9100000", false},
                      {"about", "120000000000", "exact", "121370000000", true},
                      {"about", "120000000000", "exact", "143000000000", false},
                      {"over", "220700000", "over", "226700000", false},
                      {"over", "200000000", "over", "220700000", true},
                      {"exact", "14300000000", "exact", "143000000000", false}});
}

TEST_CASE("agreement: organisations are counted one by one") {
  check("count", {{"exact", "496", "exact", "496", true},
                  {"exact", "496", "exact", "469", false},
                  {"exact", "490", "exact", "496", false},
                  {"exact", "500", "exact", "496", true},
                  {"under", "500", "exact", "496", true},
                  {"over", "500", "exact", "496", false},
                  {"at_least", "100", "exact", "496", true}});
}

TEST_CASE("agreement: the finest unit of a number is its last digit that counts") {
  CHECK(finest_unit(*parse_plain_decimal("223000000")) == 1e6);
  CHECK(finest_unit(*parse_plain_decimal("41.3")) == Approx(0.1));
  CHECK(finest_unit(*parse_plain_decimal("496")) == 1);
}

}  // namespace
}  // namespace trichluc
