#include "extractors/lexicon/lexicon.h"

#include <catch2/catch.hpp>
#include <string>

namespace trichluc {
namespace {

TEST_CASE("the columns of a table are read by their names") {
  const auto lexicon =
      Lexicon::parse("# Currencies.\n# columns: form currency side source\nusd\tUSD\t-\tISO 4217\n", "currencies");
  REQUIRE(lexicon.has_value());
  CHECK(lexicon->name() == "currencies");
  REQUIRE(lexicon->entries().size() == 1);
  const Entry& entry = lexicon->entries().front();
  CHECK(entry.form == "usd");
  CHECK(entry.line == 3);
  CHECK(lexicon->value(entry, "currency") == "USD");
  CHECK(lexicon->value(entry, "side").empty());
  CHECK(lexicon->value(entry, "power").empty());
  CHECK(lexicon->value(entry, "source").empty());  // for the reader of the table only
}

TEST_CASE("a table may end without a line end and hold empty lines") {
  const auto lexicon = Lexicon::parse("# columns: form source\n\nhơn\tusage", "words");
  REQUIRE(lexicon.has_value());
  CHECK(lexicon->entries().size() == 1);
  CHECK(Lexicon::parse("", "words")->entries().empty());
}

TEST_CASE("a bad dictionary line names itself") {
  struct Case {
    std::string lines;
    std::string where;
  };
  const auto c = GENERATE(Case{"tỷ\t9\n", "scales.tsv:2"},                       // no source
                          Case{"tỷ\t9\tusage\textra\n", "scales.tsv:2"},         // a column too many
                          Case{"tỷ\t\tusage\n", "scales.tsv:2"},                 // empty, not "-"
                          Case{"tỷ\t9\tusage\ntỷ\t6\tusage\n", "scales.tsv:3"},  // twice
                          Case{"Tỷ\t9\tusage\n", "scales.tsv:2"},                // not folded: case
                          Case{"hoà\t9\tusage\n", "scales.tsv:2"},               // tone placement
                          Case{"ty\u0309\t9\tusage\n", "scales.tsv:2"},          // decomposed
                          Case{"tỷ \t9\tusage\n", "scales.tsv:2"},               // a blank at the end
                          Case{"# note\nt\xff\t9\tusage\n", "scales.tsv:3"});    // not UTF-8
  CAPTURE(c.lines);
  const auto lexicon = Lexicon::parse("# columns: form power source\n" + c.lines, "scales");
  REQUIRE_FALSE(lexicon.has_value());
  CHECK(lexicon.error().code == ErrorCode::kBadDictionary);
  CHECK(lexicon.error().where == c.where);
  CHECK_FALSE(lexicon.error().what.en.empty());
  CHECK_FALSE(lexicon.error().what.vi.empty());
}

TEST_CASE("an entry above the line that names the columns is refused") {
  const auto lexicon = Lexicon::parse("tỷ\t9\tusage\n", "scales");
  REQUIRE_FALSE(lexicon.has_value());
  CHECK(lexicon.error().where == "scales.tsv:1");
}

}  // namespace
}  // namespace trichluc
