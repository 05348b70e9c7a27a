#include "pipeline/store/corrections/correction_fields.h"

#include <catch2/catch.hpp>

namespace trichluc::store {
namespace {

const KnownNames kKnown{{"Hà Giang", "Việt Nam", "Thành phố Hồ Chí Minh"}, {"USD", "VND"}};

// The value as it is kept, "!" where it is refused.
std::string kept(const char* type, const char* field, const std::string& value) {
  const CorrectableField* known = correctable_field(type, field);
  if (known == nullptr) return "no field";
  const auto checked = checked_value(*known, value, kKnown);
  return checked ? *checked : "!";
}

TEST_CASE("correction fields: values are held against the contract") {
  struct Case {
    const char* type;
    const char* field;
    const char* value;
    const char* kept;
  };
  const Case cases[] = {
      {"count", "value", "486", "486"},
      {"count", "value", "4.5", "!"},
      {"count", "value", "1,200", "!"},
      {"count", "value", "", ""},
      {"aid_value", "amount", "286000000", "286000000"},
      {"aid_value", "amount", "286 triệu", "!"},
      {"aid_value", "currency", "USD", "USD"},
      {"aid_value", "currency", "usd", "!"},
      {"aid_value", "currency", "", "!"},
      {"share", "percent", "41.3", "41.3"},
      {"count", "status", "operating", "operating"},
      {"count", "status", "active", "!"},
      {"count", "kind", "", ""},
      {"aid_value", "stage", "", "!"},
      {"count", "place", "Hà Giang", "Hà Giang"},
      {"count", "place", "tỉnh Hà Giang", "Hà Giang"},
      {"count", "place", "ha giang", "Hà Giang"},
      {"count", "place", "Atlantis", "!"},
      {"count", "place", "", ""},
      {"count", "of", "ngo", "ngo"},
      {"count", "of", "NGO", "!"},
      {"count", "of", "", "!"},
      {"count", "part_of", "0123456789abcdef", "0123456789abcdef"},
      {"count", "part_of", "0123", "!"},
      {"official", "name", "", "!"},
      {"official", "meeting_role", "chair", "chair"},
      {"official", "positions", "Giám đốc|Sở Y tế|ha giang;  Chủ tịch", "Giám đốc|Sở Y tế|Hà Giang; Chủ tịch"},
      {"official", "positions", "Giám đốc||Hà Giang", "Giám đốc||Hà Giang"},
      {"official", "positions", "Giám đốc|Sở Y tế|Atlantis", "!"},
      {"official", "positions", "Giám đốc|Sở Y tế|Hà Giang|2020", "!"},
      {"official", "positions", "|Sở Y tế", "!"},
      {"official", "positions", " ; ", "!"},
      {"legal_document", "date", "2022-08-31", "2022-08-31"},
      {"legal_document", "date", "31/08/2022", "!"},
      {"date", "value", "", "!"},
      {"date", "amount", "1", "no field"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.type, one.field, one.value);
    CHECK(kept(one.type, one.field, one.value) == one.kept);
  }
}

TEST_CASE("correction fields: periods are those of the contract, and possible") {
  for (const char* good : {"2019", "2018-07", "2019-04-10", "2020-02-29", "2023-01/2023-08", "1996/2017", "2016/..",
                           "--04-10", "--02-29", "2019/2019"}) {
    CAPTURE(good);
    CHECK(is_period(good));
  }
  for (const char* bad : {"", "19", "2019-13", "2019-02-29", "2019-4-10", "2019/2018", "../2016", "2019-04-10T00:00",
                          "10-04-2019", "--13-01", "2019/", "2019-04-", "3019"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_period(bad));
  }
}

TEST_CASE("correction fields: what a document says of itself") {
  CHECK(checked_metadata("published", "2019-04-10"));
  CHECK(checked_metadata("title", ""));
  CHECK_FALSE(checked_metadata("published", "10.4.2019"));
  CHECK_FALSE(checked_metadata("pages", "3"));
}

TEST_CASE("correction fields: words of the command line") {
  const auto values = field_values({"value=486", "place="});
  REQUIRE(values);
  CHECK(values->at(0).field == "value");
  CHECK(values->at(1).value.empty());
  CHECK_FALSE(field_values({"value"}));
  CHECK_FALSE(field_values({"=3"}));
  CHECK_FALSE(field_values({"value=1", "value=2"}));
}

}  // namespace
}  // namespace trichluc::store
