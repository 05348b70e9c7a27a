// Every line of corpus/phrases is read as it says, in each of several sentences around it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/corpus/phrase_check.h"
#include "tests/corpus/phrase_table.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

using corpus::phrase_tables;
using corpus::PhraseTable;

const std::filesystem::path kPhrases = TRICHLUC_ROOT "/corpus/phrases";
const std::filesystem::path kNotYet = TRICHLUC_ROOT "/tests/corpus/phrases_not_yet.tsv";

void check_phrase(const PhraseTable& table, const corpus::Phrase& phrase, bool not_yet) {
  CAPTURE(table.file, phrase.line, phrase.text, phrase.construction);
  const auto faults = corpus::faults_of(phrase, table, real_knowledge());
  if (not_yet) {
    INFO("read as it should: take the line out of phrases_not_yet.tsv");
    CHECK_FALSE(faults.empty());
  } else {
    const std::vector<std::string> none;
    CHECK(faults == none);
  }
}

void check_table(const PhraseTable& table) {
  const auto not_yet = corpus::read_not_yet(kNotYet);
  for (const auto& phrase : corpus::read_phrases(kPhrases / table.file))
    check_phrase(table, phrase, not_yet.count({table.file, phrase.text}) > 0);
}

const PhraseTable& table_of(const std::string& file) {
  for (const auto& table : phrase_tables()) {
    if (table.file == file) return table;
  }
  throw std::runtime_error(file + ": no such table");
}

TEST_CASE("phrases of quantity are read as their table says") {
  check_table(table_of("quantity.tsv"));
}
TEST_CASE("phrases of number are read as their table says") {
  check_table(table_of("number.tsv"));
}
TEST_CASE("phrases of date are read as their table says") {
  check_table(table_of("date.tsv"));
}
TEST_CASE("phrases of count are read as their table says") {
  check_table(table_of("count.tsv"));
}
TEST_CASE("phrases of money are read as their table says") {
  check_table(table_of("money.tsv"));
}
TEST_CASE("each line of the registers of names of givers and receivers is read as its table says") {
  check_table(table_of("money_register.tsv"));
}
TEST_CASE("phrases of share are read as their table says") {
  check_table(table_of("share.tsv"));
}
TEST_CASE("phrases of official are read as their table says") {
  check_table(table_of("official.tsv"));
}
TEST_CASE("each line of the registers of offices and bodies is read as its table says") {
  check_table(table_of("official_register.tsv"));
}
TEST_CASE("phrases of legal_document are read as their table says") {
  check_table(table_of("legal_document.tsv"));
}
TEST_CASE("phrases of meeting are read as their table says") {
  check_table(table_of("meeting.tsv"));
}

TEST_CASE("phrases of place are read as their table says") {
  check_table(table_of("place.tsv"));
}

TEST_CASE("each line of the registers of places is read as its table says") {
  check_table(table_of("place_register.tsv"));
}

TEST_CASE("forms of header are read as their table says") {
  check_table(table_of("header.tsv"));
}

TEST_CASE("cells of table are read as their table says") {
  check_table(table_of("table.tsv"));
}

TEST_CASE("words of scan are read as their table says") {
  check_table(table_of("scan.tsv"));
}

TEST_CASE("words typed without marks are read as their table says") {
  check_table(table_of("unmarked.tsv"));
}

TEST_CASE("parts of page are told as their table says") {
  check_table(table_of("page.tsv"));
}

TEST_CASE("every table of phrases has a test") {
  std::set<std::string> tested;
  for (const auto& table : phrase_tables()) tested.insert(table.file);
  std::set<std::string> there;
  for (const auto& entry : std::filesystem::directory_iterator(kPhrases)) {
    if (entry.path().extension() == ".tsv") there.insert(entry.path().filename().string());
  }
  CHECK(there == tested);
}

struct Share {
  std::size_t all = 0;
  std::size_t negative = 0;
};

Share negatives_of(const std::vector<std::string>& files) {
  Share share;
  for (const std::string& file : files) {
    for (const auto& phrase : corpus::read_phrases(kPhrases / file)) {
      ++share.all;
      if (phrase.expected == "-") ++share.negative;
    }
  }
  return share;
}

TEST_CASE("the phrases of figures are many and a quarter of them are negative") {
  const Share share = negatives_of({"count.tsv", "money.tsv", "share.tsv", "date.tsv", "place.tsv", "quantity.tsv"});
  CHECK(share.all >= 2000);
  CHECK(share.negative * 4 >= share.all);
}

TEST_CASE("the phrases of people, forms and law are many and a third of them are negative") {
  const Share share = negatives_of({"official.tsv", "meeting.tsv", "header.tsv", "legal_document.tsv"});
  CHECK(share.all >= 1200);
  CHECK(share.negative * 3 >= share.all);
}

TEST_CASE("a quarter of the pages are such that nothing may be set apart") {
  const Share share = negatives_of({"page.tsv"});
  CHECK(share.all >= 150);
  CHECK(share.negative * 4 >= share.all);
}

TEST_CASE("every phrase still to be reached is a phrase of its table") {
  for (const auto& [file, text] : corpus::read_not_yet(kNotYet)) {
    CAPTURE(file, text);
    bool there = false;
    for (const auto& phrase : corpus::read_phrases(kPhrases / file)) there = there || phrase.text == text;
    CHECK(there);
  }
}

}  // namespace
}  // namespace trichluc
