#include "tests/corpus/notation.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace trichluc::corpus {
namespace {

Fact twelve_projects() {
  CountFact fact;
  fact.of = "project";
  fact.value = Decimal{12, 0};
  fact.qualifier = Qualifier::kOver;
  fact.place = "Hòa Bình";
  return fact;
}

TEST_CASE("an expected fact compares only the fields that it names") {
  const std::vector<Stated> read = {state(twelve_projects())};
  CHECK(differences(parse_expected("project 12"), read).empty());
  CHECK(differences(parse_expected("project 12; qualifier=over; place=Hoà Bình"), read).empty());
  CHECK(differences(parse_expected("project 12; period=-"), read).empty());
  CHECK(differences(parse_expected("project 12; qualifier=exact"), read).size() == 2);
  CHECK(differences(parse_expected("project 12; no_such_field=over"), read).size() == 2);
}

TEST_CASE("a fact that nothing expects is a difference") {
  CHECK(differences(parse_expected("-"), {state(twelve_projects())}).size() == 1);
  CHECK(differences(parse_expected("project 12 | project 12"), {state(twelve_projects())}).size() == 1);
}

TEST_CASE("the positions of an official are compared as a whole") {
  OfficialFact fact;
  fact.name = "Lê Văn Quyết";
  fact.positions = {{"", "", "", "Giám đốc Sở Y tế"}, {"", "", "", "Bí thư Đảng ủy"}};
  const std::vector<Stated> read = {state(fact)};
  CHECK(differences(parse_expected("Lê Văn Quyết; Bí thư Đảng uỷ; Giám đốc Sở Y tế"), read).empty());
  CHECK(differences(parse_expected("Lê Văn Quyết"), read).empty());
  CHECK(differences(parse_expected("Lê Văn Quyết; Giám đốc Sở Y tế"), read).size() == 2);
}

}  // namespace
}  // namespace trichluc::corpus
