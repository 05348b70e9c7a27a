#include "extractors/quantity/bound.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/sample_text.h"

namespace trichluc {
namespace {

const Dictionaries& bounds() {
  static const Dictionaries made =
      dictionaries_of({{"qualifiers",
                        "# columns: form qualifier side source\n"
                        "hơn\tover\tbefore\tt\ntrên\tover\tbefore\tt\ngần\tunder\tbefore\tt\n"
                        "khoảng\tabout\tbefore\tt\nlên tới\tup_to\tbefore\tt\n"
                        "ít nhất\tat_least\tbefore\tt\ntrở lên\tat_least\tafter\tt\n"}});
  return made;
}

struct Case {
  std::string words;
  Qualifier qualifier;
  std::string covered;  // the number with its bounds
};

TEST_CASE("a bound before or after a number tells how far the number holds") {
  const auto c =
      GENERATE(Case{"có 20 tổ chức", Qualifier::kExact, "20"}, Case{"có hơn 20 tổ chức", Qualifier::kOver, "hơn 20"},
               Case{"Gần 20 tổ chức", Qualifier::kUnder, "gần 20"}, Case{"khoảng 20", Qualifier::kAbout, "khoảng 20"},
               Case{"ít nhất 20 tổ chức", Qualifier::kAtLeast, "ít nhất 20"},
               Case{"có 20 trở lên", Qualifier::kAtLeast, "20 trở lên"}, Case{"20", Qualifier::kExact, "20"},
               Case{"có 20 hơn", Qualifier::kExact, "20"},                           // behind the number it is no bound
               Case{"lên tới gần 20 tổ chức", Qualifier::kUnder, "lên tới gần 20"},  // the nearest decides
               Case{"trở lên 20 tổ chức", Qualifier::kExact, "20"},                  // and before it neither
               Case{"có nhiều hơn. 20 tổ chức", Qualifier::kExact, "20"});           // another sentence
  CAPTURE(c.words);
  const text::NormalizedText text = text_of(c.words);
  const Reading reading(text, bounds());
  REQUIRE(reading.quantities().size() == 1);
  const Quantity& quantity = reading.quantities().front();
  const Bound bound = read_bound(reading, quantity.first, quantity.last);
  CHECK(bound.qualifier == c.qualifier);
  CHECK(slice(text.folded(), reading.span_of(bound.first, bound.last)) == c.covered);
  CHECK((bound.word == nullptr) == (c.qualifier == Qualifier::kExact));
}

}  // namespace
}  // namespace trichluc
