// The ledger of numbers over every phrase of the corpus: each digit and each number in words is told by exactly one
// line, and no value of a record is called refused.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/extract.h"
#include "extractors/reading.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/corpus/phrase_table.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

text::NormalizedText paragraph_of(const std::string& sentence) {
  return text::NormalizedText({sentence, {{{{0, sentence.size()}}, text::Section::kBody}}});
}

std::size_t lines_over(const std::vector<NumberLine>& lines, std::size_t offset) {
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const NumberLine& line) {
    return line.span.begin <= offset && offset < line.span.end;
  }));
}

std::string_view part_at(const Reading& reading, std::size_t token) {
  const LexiconMatch* word = reading.match_at(token, "number_words");
  return word == nullptr ? std::string_view() : word->value("part");
}

// Where a word of tens or hundreds, or "mười", stands beside a digit in words: "hai mươi", "ba trăm".
std::vector<std::size_t> spelled_numbers(const Reading& reading) {
  std::vector<std::size_t> found;
  for (std::size_t t = 0; t + 1 < reading.tokens().size(); ++t) {
    const std::string_view next = part_at(reading, t + 1);
    // "tư" is four behind tens only; "đầu tư" is an investment.
    if (part_at(reading, t) == "digit" && !reading.is(t, "tư") && (next == "tens" || next == "hundred"))
      found.push_back(reading.tokens()[t].span.begin);
  }
  return found;
}

// What is wrong with the lines of this text, in words.
std::vector<std::string> faults_of(const text::NormalizedText& text) {
  const Extraction extraction = extract(text, real_dictionaries(), {}, Detail::kNumbers);
  std::vector<std::string> faults;
  for (std::size_t at = 0; at < text.folded().size(); ++at) {
    const char c = text.folded()[at];
    if (c < '0' || c > '9') continue;
    const std::size_t lines = lines_over(extraction.numbers, at);
    if (lines != 1)
      faults.push_back("a digit with " + std::to_string(lines) + " lines: " + text.folded().substr(at, 10));
  }
  const Reading reading(text, real_dictionaries());
  for (const std::size_t at : spelled_numbers(reading)) {
    if (lines_over(extraction.numbers, at) != 1) faults.push_back("in words: " + text.folded().substr(at, 20));
  }
  for (const Candidate& candidate : extraction.candidates) {
    for (const Span number : candidate.numbers) {
      const auto holds = [&](const NumberLine& line) { return line.candidate && line.span.overlaps(number); };
      if (std::none_of(extraction.numbers.begin(), extraction.numbers.end(), holds))
        faults.push_back("a value that is called refused: " + std::string(slice(text.folded(), number)));
    }
  }
  return faults;
}

TEST_CASE("every number of every phrase has exactly one line in the ledger") {
  const std::filesystem::path folder = TRICHLUC_ROOT "/corpus/phrases";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") continue;
    for (const auto& phrase : corpus::read_phrases(entry.path())) {
      CAPTURE(phrase.file, phrase.line, phrase.text);
      CHECK(faults_of(paragraph_of(phrase.text)) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("every line of the ledger says why in words") {
  const auto text = paragraph_of("Sau 20 năm, xã có 12 điểm bán hàng, 3 giờ mở cửa, 4 kiểu, 5");
  const Extraction extraction = extract(text, real_dictionaries(), {}, Detail::kNumbers);
  REQUIRE(extraction.numbers.size() == 5);
  for (const NumberLine& line : extraction.numbers) {
    CHECK_FALSE(line.candidate.has_value());
    CHECK_FALSE(line.reason.empty());
    CHECK(line.around.begin <= line.span.begin);
    CHECK(line.around.end >= line.span.end);
  }
}

TEST_CASE("numbers are accounted for only where that is asked") {
  CHECK(extract(paragraph_of("Trang 12"), real_dictionaries(), {}).numbers.empty());
}

}  // namespace
}  // namespace trichluc
