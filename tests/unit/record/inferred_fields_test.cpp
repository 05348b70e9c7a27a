#include "pipeline/record/inferred_fields.h"

#include <catch2/catch.hpp>

namespace trichluc {
namespace {

TEST_CASE("words on the page are beside, above, far or below a statement") {
  CHECK(distance_of({1, 1000}, {1, 990}) == Distance::kBeside);
  CHECK(distance_of({1, 1000}, {1, 1100}) == Distance::kBeside);
  CHECK(distance_of({1, 1000}, {1, 500}) == Distance::kAbove);
  CHECK(distance_of({1, 3000}, {1, 500}) == Distance::kFar);
  CHECK(distance_of({1, 1000}, {1, 2000}) == Distance::kBelow);
}

TEST_CASE("an earlier page is far, a later one below") {
  CHECK(distance_of({2, 10}, {1, 900}) == Distance::kFar);
  CHECK(distance_of({2, 10}, {3, 0}) == Distance::kBelow);
}

TEST_CASE("a field is surer beside its words than far from them, and never certain") {
  CHECK(sure_of_inferred("place", Distance::kBeside) > sure_of_inferred("place", Distance::kFar));
  CHECK(sure_of_inferred("place", Distance::kBeside) < 1);
}

TEST_CASE("of what was seen too seldom nothing is known") {
  CHECK(sure_of_inferred("period", Distance::kBelow) == sure_of_inferred("no such field", Distance::kBeside));
}

}  // namespace
}  // namespace trichluc
