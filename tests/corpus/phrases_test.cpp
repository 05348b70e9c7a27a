// Every line of corpus/phrases is read as it says, in each of several sentences around it.
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "extractors/extract.h"
#include "extractors/reading.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/corpus/notation.h"
#include "tests/corpus/phrase_table.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

using corpus::Phrase;
using corpus::Stated;

const std::filesystem::path kPhrases = TRICHLUC_ROOT "/corpus/phrases";
const std::filesystem::path kNotYet = TRICHLUC_ROOT "/tests/corpus/phrases_not_yet.tsv";

// "according to the report, …", "the conference heard a general report. … The delegates discussed lively."
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kFrames = {{
    {"", ""},
    {"Theo báo cáo, ", "."},
    {"Hội nghị đã nghe báo cáo chung. ", ". Các đại biểu thảo luận sôi nổi."},
}};

text::NormalizedText one_paragraph(const std::string& sentence) {
  return text::NormalizedText({sentence, {{{{0, sentence.size()}}, text::Section::kBody}}});
}

template <class Wanted>
std::vector<Stated> facts_of(const text::NormalizedText& text) {
  std::vector<Stated> read;
  for (const auto& candidate : extract(text, real_dictionaries(), {}).candidates) {
    if (std::holds_alternative<Wanted>(candidate.fact)) read.push_back(corpus::state(candidate.fact));
  }
  return read;
}

std::vector<Stated> counts_of(const text::NormalizedText& text) {
  auto read = facts_of<CountFact>(text);
  // Counts of other things are welcome but not asked for (contract, "What is reported").
  std::erase_if(read, [](const Stated& s) { return !s.key.starts_with("ngo ") && !s.key.starts_with("project "); });
  return read;
}

// The chair is an official of the document, told with the meeting in its table.
std::vector<Stated> meetings_of(const text::NormalizedText& text) {
  const auto extraction = extract(text, real_dictionaries(), {});
  if (!extraction.meeting) return {};
  Stated meeting = corpus::state(*extraction.meeting);
  for (const auto& candidate : extraction.candidates) {
    const auto* official = std::get_if<OfficialFact>(&candidate.fact);
    if (official != nullptr && official->meeting_role == "chair") meeting.fields["chair"] = official->name;
  }
  return {meeting};
}

std::vector<Stated> quantities_of(const text::NormalizedText& text) {
  const Reading reading(text, real_dictionaries());
  std::vector<Stated> read;
  for (const auto& quantity : reading.quantities()) read.push_back(corpus::state(quantity));
  return read;
}

using Reader = std::vector<Stated> (*)(const text::NormalizedText&);

struct Table {
  std::string file;
  Reader read;
  std::size_t frames = kFrames.size();
};

// The words of the last frame name a conference, so the meeting table is read in the other two.
const std::vector<Table>& tables() {
  static const std::vector<Table> all = {
      {"quantity.tsv", quantities_of},
      {"date.tsv", facts_of<DateFact>},
      {"count.tsv", counts_of},
      {"money.tsv", facts_of<AidValueFact>},
      {"share.tsv", facts_of<ShareFact>},
      {"official.tsv", facts_of<OfficialFact>},
      {"legal_document.tsv", facts_of<LegalDocumentFact>},
      {"meeting.tsv", meetings_of, 2},
  };
  return all;
}

std::string framed(const Phrase& phrase, std::size_t frame) {
  const auto [before, after] = kFrames.at(frame);
  const bool has_stop = !after.empty() && phrase.text.ends_with('.');
  return std::string(before) + phrase.text + std::string(has_stop ? after.substr(1) : after);
}

// What goes wrong with the phrase, a line for each difference in each frame.
std::vector<std::string> faults_of(const Phrase& phrase, const Table& table) {
  const auto expected = corpus::parse_expected(phrase.expected);
  std::vector<std::string> faults;
  for (std::size_t frame = 0; frame < table.frames; ++frame) {
    const auto read = table.read(one_paragraph(framed(phrase, frame)));
    for (const auto& difference : corpus::differences(expected, read)) {
      faults.push_back("frame " + std::to_string(frame) + ": " + difference);
    }
  }
  return faults;
}

void check_table(const Table& table) {
  const auto not_yet = corpus::read_not_yet(kNotYet);
  for (const auto& phrase : corpus::read_phrases(kPhrases / table.file)) {
    CAPTURE(table.file, phrase.line, phrase.text, phrase.construction);
    const auto faults = faults_of(phrase, table);
    if (not_yet.count({table.file, phrase.text}) > 0) {
      INFO("read as it should: take the line out of phrases_not_yet.tsv");
      CHECK_FALSE(faults.empty());
    } else {
      CHECK(faults == std::vector<std::string>{});
    }
  }
}

const Table& table_of(const std::string& file) {
  for (const auto& table : tables()) {
    if (table.file == file) return table;
  }
  throw std::runtime_error(file + ": no such table");
}

TEST_CASE("phrases of quantity are read as their table says") {
  check_table(table_of("quantity.tsv"));
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
TEST_CASE("phrases of share are read as their table says") {
  check_table(table_of("share.tsv"));
}
TEST_CASE("phrases of official are read as their table says") {
  check_table(table_of("official.tsv"));
}
TEST_CASE("phrases of legal_document are read as their table says") {
  check_table(table_of("legal_document.tsv"));
}
TEST_CASE("phrases of meeting are read as their table says") {
  check_table(table_of("meeting.tsv"));
}

TEST_CASE("every table of phrases has a test") {
  std::set<std::string> tested;
  for (const auto& table : tables()) tested.insert(table.file);
  std::set<std::string> there;
  for (const auto& entry : std::filesystem::directory_iterator(kPhrases)) {
    if (entry.path().extension() == ".tsv") there.insert(entry.path().filename().string());
  }
  CHECK(there == tested);
}

TEST_CASE("the phrases are many and a quarter of them are negative") {
  std::size_t all = 0;
  std::size_t negative = 0;
  for (const auto& table : tables()) {
    for (const auto& phrase : corpus::read_phrases(kPhrases / table.file)) {
      ++all;
      if (phrase.expected == "-") ++negative;
    }
  }
  CHECK(all >= 600);
  CHECK(negative * 4 >= all);
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
