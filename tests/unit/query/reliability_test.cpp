#include "pipeline/query/evaluation/reliability.h"

#include <catch2/catch.hpp>

namespace trichluc::query {
namespace {

TEST_CASE("records are counted in the band of their confidence, 1 in the last") {
  const auto bands = bands_of(
      {{"count", 0.95, true, true}, {"count", 0.9, true, false}, {"date", 1, false, false}, {"date", 0.2, true, true}});
  CHECK(bands.front().records == 1);
  CHECK(bands.back().records == 2);
  CHECK(bands.back().right == 1);
  CHECK(bands.back().in_full == 1);
  CHECK(bands[bands.size() - 2].records == 1);
  CHECK(bands[bands.size() - 2].from == 0.9);
}

TEST_CASE("trust tells how many stand at the threshold, and how many of the right ones") {
  const Trust trust =
      trust_at(0.9, {{"count", 0.9, true, true}, {"count", 0.97, false, false}, {"count", 0.5, true, true}});
  CHECK(trust.records == 2);
  CHECK(trust.right == 1);
  CHECK(trust.all_right == 2);
}

TEST_CASE("the table names all records and each type that has any") {
  const std::string table =
      reliability_table({{"share", 0.97, true, true}}, {{"period", "above", true}, {"period", "above", false}});
  CHECK(table.find("share\n") != std::string::npos);
  CHECK(table.find("official") == std::string::npos);
  CHECK(table.find("period     above          2       1") != std::string::npos);
  CHECK(table.find("at 0.90 and above: 1 records, right 100.0 %; of all right ones 100.0 %") != std::string::npos);
}

}  // namespace
}  // namespace trichluc::query
