// English words of the Vietnamese press stand in both spellings: a slip of a letter would be marked as a repair.
#include <catch2/catch.hpp>
#include <string>

#include "extractors/reading.h"
#include "tests/real_dictionaries.h"
#include "tests/unit/small_reading.h"

namespace trichluc {
namespace {

TEST_CASE("neither spelling of an English noun is a slip of the other", "[head_nouns]") {
  const std::string noun =
      GENERATE("non-governmental organisations", "non-governmental organizations",
               "foreign non-governmental organisations", "foreign non-governmental organizations",
               "international non-governmental organisations", "international non-governmental organizations");
  CAPTURE(noun);
  const text::NormalizedText text = test::text_of({{text::Section::kBody, "There are 45 " + noun + " in Quảng Trị."}});
  const Reading reading(text, real_dictionaries());
  const LexiconMatch* match = reading.match_at(3, "head_nouns");
  REQUIRE(match != nullptr);
  CHECK(match->entry->form == noun);
  CHECK_FALSE(match->mended);
}

}  // namespace
}  // namespace trichluc
