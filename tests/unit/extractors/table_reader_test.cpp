#include "extractors/lexicon/table_reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/unit/sample_text.h"

namespace trichluc {
namespace {

const std::string kHead = "# columns: form side source\n# values: side before after\n";

std::vector<std::string> places_of(const std::vector<Error>& faults) {
  std::vector<std::string> out;
  for (const Error& fault : faults) out.push_back(fault.where);
  return out;
}

using Strings = std::vector<std::string>;

TEST_CASE("every bad line of a table is named and the good ones are read") {
  const TableLines read = read_table(kHead +
                                         "hơn\tbefore\tusage\n"
                                         "gần\tbefore\n"            // a column is missing
                                         "hơn\tafter\tusage\n"      // twice
                                         "quá\tinside\tusage\n"     // no such value
                                         "dưới\tbefore\t-\n"        // no source
                                         "trên\tbefore\tusage\r\n"  // CR LF
                                         "!trên\tusage\n"           // nothing to take away from
                                         "chừng\t-\tusage\n",
                                     "q.tsv");
  CHECK(places_of(read.faults) == Strings{"q.tsv:4", "q.tsv:5", "q.tsv:6", "q.tsv:7", "q.tsv:8", "q.tsv:9"});
  CHECK(read.entries.size() == 2);
}

TEST_CASE("a table without its head is one fault and not one a line") {
  CHECK(places_of(read_table("a\tb\nc\td\n", "q.tsv").faults) == Strings{"q.tsv:1"});
  CHECK(places_of(read_table("# columns: form source\n# values: side a\n", "q.tsv").faults) == Strings{"q.tsv:2"});
}

TEST_CASE("added lines replace those of the same form and take others away") {
  const auto base = Lexicon::parse(kHead + "hơn\tbefore\tusage\ngần\tbefore\tusage\n", "q");
  REQUIRE(base.has_value());
  const auto made = base->with("hơn\tafter\tours\n!gần\tnever ours\nchừng\tbefore\tours\n", "mine/q.tsv");
  REQUIRE(made.has_value());
  REQUIRE(made->entries().size() == 2);
  CHECK(made->entries()[0].form == "hơn");
  CHECK(made->value(made->entries()[0], "side") == "after");
  CHECK(made->entries()[0].file == "mine/q.tsv");
  CHECK(made->entries()[1].form == "chừng");
  CHECK(made->entries()[1].line == 3);
}

TEST_CASE("an added table is held to the columns and values of its base") {
  const auto base = Lexicon::parse(kHead + "hơn\tbefore\tusage\n", "q");
  REQUIRE(base.has_value());
  const TableLines read = read_added_table(
      "# columns: form source\n!gần\tnot there\n!hơn\nquá\tinside\tours\nvài\tbefore\tours\n", "mine/q.tsv", *base);
  CHECK(places_of(read.faults) == Strings{"mine/q.tsv:1", "mine/q.tsv:2", "mine/q.tsv:3", "mine/q.tsv:4"});
  CHECK(read.entries.size() == 1);
}

TEST_CASE("a register is kept and not looked for in texts") {
  const Dictionaries dictionaries = dictionaries_of({{"units", "# columns: id name source\nhậu\tHậu Giang\tt\n"}});
  CHECK(dictionaries.table("units").is_register());
  CHECK(dictionaries.table("units").entries().size() == 1);
  const text::NormalizedText text = text_of("hậu");
  CHECK(dictionaries.find(tokenize(text).tokens).empty());
}

}  // namespace
}  // namespace trichluc
