#include "extractors/lexicon/dictionaries.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/unit/sample_text.h"

namespace trichluc {
namespace {

const std::string kNouns =
    "# columns: form of source\n"
    "tổ chức\tbody\tt\n"
    "tổ chức phi chính phủ\tngo\tt\n"
    "các tổ chức phi chính phủ nước ngoài\tngos\tt\n";
const std::string kCues = "# columns: form verdict source\nviện trợ\taid\tt\ntổ chức\tno\tt\nđô-la\taid\tt\n";

// "table: words", with ~ for a mended one, in the order found.
std::vector<std::string> found_in(const Dictionaries& dictionaries, const std::string& raw) {
  const text::NormalizedText text = text_of(raw);
  const std::vector<Token> tokens = tokenize(text).tokens;
  std::vector<std::string> out;
  for (const LexiconMatch& match : dictionaries.find(tokens)) {
    const Span span{tokens[match.first].span.begin, tokens[match.last - 1].span.end};
    out.push_back(match.lexicon->name() + (match.mended ? "~ " : ": ") + std::string(slice(text.folded(), span)));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST_CASE("at one token the longest form of each table is found") {
  const Dictionaries dictionaries = dictionaries_of({{"nouns", kNouns}, {"cues", kCues}});
  CHECK(found_in(dictionaries, "Tổ chức phi chính phủ") == Strings{"cues: tổ chức", "nouns: tổ chức phi chính phủ"});
  CHECK(found_in(dictionaries, "TỔ CHỨC phi") == Strings{"cues: tổ chức", "nouns: tổ chức"});
  CHECK(found_in(dictionaries, "5 đô-la") == Strings{"cues: đô-la"});
}

TEST_CASE("forms are found as whole words and never across paragraphs") {
  const Dictionaries dictionaries = dictionaries_of({{"cues", kCues}});
  CHECK(found_in(dictionaries, "viện trợs") == Strings{});
  CHECK(found_in(dictionaries, "xviện trợ") == Strings{});
  CHECK(found_in(dictionaries, "viện\ntrợ") == Strings{});
  CHECK(found_in(dictionaries, "") == Strings{});
}

TEST_CASE("a long formula is found with one slip of print in four words") {
  const Dictionaries dictionaries = dictionaries_of({{"nouns", kNouns}});
  const std::string formula =
      GENERATE(values<std::string>({"cá tổ chức phi chính phủ nước ngoài", "các tổ chức phi chính phủ ước ngoài",
                                    "các tố chức phi chính phủ nước ngoài"}));
  CAPTURE(formula);
  CHECK(found_in(dictionaries, formula).front() == "nouns~ " + formula);
}

TEST_CASE("an exact form goes before a mended one of the same length") {
  const Dictionaries dictionaries =
      dictionaries_of({{"nouns", "# columns: form of source\nba bốn năm sáu\ta\tt\nba bốn năm sáo\tb\tt\n"}});
  CHECK(found_in(dictionaries, "ba bốn năm sáo") == Strings{"nouns: ba bốn năm sáo"});
}

TEST_CASE("what is more than a slip is not mended") {
  const Dictionaries dictionaries =
      dictionaries_of({{"nouns", "# columns: form of source\nphi chính phủ nước\ta\tt\nba bốn\ta\tt\n"}});
  const std::string words = GENERATE(values<std::string>({
      "phi chnh ph nước",     // two slips in four words
      "phi chính tịch nước",  // another word
      "ba bón",               // a short form
      "phi chính\nphủ ước",   // in two paragraphs
      "phi chín\nphủ nước",   // the slip in the first of two paragraphs
      "phi chính phủ 5",      // a number is no slip of a word
  }));
  CAPTURE(words);
  CHECK(found_in(dictionaries, words) == Strings{});
}

TEST_CASE("the fingerprint follows the entries and not the comments") {
  const std::string entry = "# columns: form of source\nba\tx\tt\n";
  const std::string fingerprint = dictionaries_of({{"a", entry}}).fingerprint();
  CHECK(dictionaries_of({{"a", "# note\n" + entry}}).fingerprint() == fingerprint);
  CHECK(dictionaries_of({{"b", entry}}).fingerprint() != fingerprint);
  CHECK(dictionaries_of({{"a", entry + "bốn\tx\tt\n"}}).fingerprint() != fingerprint);
}

TEST_CASE("an unknown table is empty and a bad one is an error that names it") {
  CHECK(dictionaries_of({{"a", "# columns: form source\n"}}).table("none").entries().empty());
  const auto made = Dictionaries::from_tables({{"a", "# columns: form source\nBA\tt\n"}});
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().where == "a.tsv:2");
}

TEST_CASE("two tables whose names make one key are refused by name") {
  const std::string table = "# columns: form source\nba\tt\n";
  const auto made = Dictionaries::from_tables({{"head_nouns", table}, {"hXad_nouns", table}});
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().code == ErrorCode::kBadDictionary);
  CHECK(made.error().where == "head_nouns.tsv");
}

TEST_CASE("a folder without dictionaries is an error that names it") {
  const auto made = Dictionaries::load("no/such/folder");
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().code == ErrorCode::kBadDictionary);
  CHECK(made.error().where == "no/such/folder");
}

}  // namespace
}  // namespace trichluc
