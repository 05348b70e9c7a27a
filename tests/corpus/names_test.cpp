// Names of every common pattern in sentences with titles are found whole and alone; capitalised phrases are no persons.
// The parts stand in corpus/names.
#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

std::vector<std::string> lines_of(std::string_view name) {
  std::ifstream in(std::filesystem::path(TRICHLUC_ROOT "/corpus/names") / name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  REQUIRE_FALSE(lines.empty());
  return lines;
}

std::string put_into(std::string frame, const std::string& words) {
  return frame.replace(frame.find('@'), 1, words);
}

std::vector<std::string> persons_in(const std::string& sentence) {
  const text::NormalizedText text({sentence, {{{{0, sentence.size()}}, text::Section::kBody}}});
  std::vector<std::string> names;
  for (const auto& candidate : extract(text, real_dictionaries(), {}).candidates) {
    if (const auto* official = std::get_if<OfficialFact>(&candidate.fact)) names.push_back(official->name);
  }
  return names;
}

// The same at every run: the generator's sequence is fixed by the standard, a distribution's is not.
class Choice {
 public:
  template <class Item>
  const Item& of(const std::vector<Item>& items) {
    return items[next_() % items.size()];
  }

 private:
  std::mt19937 next_{20260101};
};

std::vector<std::string> made_names(std::size_t count) {
  const auto families = lines_of("families.txt");
  const auto middles = lines_of("middles.txt");
  const auto givens = lines_of("givens.txt");
  const auto whole = lines_of("whole.txt");
  Choice choice;
  std::vector<std::string> names;
  while (names.size() < count) {
    if (names.size() % 20 == 0) {
      names.push_back(choice.of(whole));
      continue;
    }
    const std::string& middle = choice.of(middles);
    names.push_back(choice.of(families) + " " + (middle == "-" ? "" : middle + " ") + choice.of(givens));
  }
  return names;
}

// Failures of one kind are one line: enough to see what they share.
std::string first_of(const std::vector<std::string>& failures) {
  constexpr std::size_t kShown = 40;
  std::string out;
  for (std::size_t i = 0; i < failures.size() && i < kShown; ++i) out += failures[i] + "\n";
  return out;
}

TEST_CASE("of 10,000 names in sentences with a title 199 in 200 are found whole and alone") {
  constexpr std::size_t kNames = 10000;
  const auto frames = lines_of("frames.txt");
  const auto names = made_names(kNames);
  std::vector<std::string> failures;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string sentence = put_into(frames[i % frames.size()], names[i]);
    const auto read = persons_in(sentence);
    if (read == std::vector<std::string>{names[i]}) continue;
    std::string got;
    for (const std::string& name : read) got += " [" + name + "]";
    failures.push_back(sentence + " ->" + got);
  }
  INFO(first_of(failures));
  CHECK(failures.size() * 200 <= kNames);
}

TEST_CASE("of 2,900 capitalised phrases that are no person at most 1 in 200 is taken for one") {
  const auto frames = lines_of("plain_frames.txt");
  std::vector<std::string> phrases;
  const auto namesakes = lines_of("namesakes.txt");
  for (const std::string& head : lines_of("named_after.txt")) {
    for (std::size_t i = 0; i < namesakes.size(); i += 2) {
      phrases.push_back(head + " " + namesakes[(i + phrases.size()) % namesakes.size()]);
    }
  }
  for (const std::string& phrase : lines_of("no_persons.txt")) phrases.insert(phrases.end(), frames.size(), phrase);
  REQUIRE(phrases.size() >= 2900);
  std::vector<std::string> failures;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const std::string sentence = put_into(frames[i % frames.size()], phrases[i]);
    const auto read = persons_in(sentence);
    if (!read.empty()) failures.push_back(sentence + " -> [" + read.front() + "]");
  }
  INFO(first_of(failures));
  CHECK(failures.size() * 200 <= phrases.size());
}

}  // namespace
}  // namespace trichluc
