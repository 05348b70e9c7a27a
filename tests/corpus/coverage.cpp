// Prints which rules and dictionary lines are used on the phrases of the corpus and on the texts given on standard
// input (divided by form feeds): "rule money.quantity_currency", "line currencies.tsv:3". See coverage.py.
#include <algorithm>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "extractors/extract.h"
#include "extractors/reading.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/corpus/lines_of_text.h"
#include "tests/corpus/phrase_table.h"

namespace {

namespace fs = std::filesystem;

std::set<std::string> used;

void read(std::string_view page, const trichluc::Knowledge& knowledge) {
  const trichluc::text::NormalizedText text(trichluc::text::lay_out({{page, false, nullptr}}, knowledge.markers));
  const auto extraction = trichluc::extract(text, knowledge.dictionaries, {}, trichluc::Detail::kNumbers);
  for (const auto& candidate : extraction.candidates) {
    used.insert("rule " + candidate.rule);
    for (const auto& line : candidate.lines) used.insert("line " + line.substr(0, line.find(' ')));
  }
  for (const auto& rejection : extraction.rejections) used.insert("rule " + rejection.rule);
  for (const auto& number : extraction.numbers) used.insert("rule " + number.rule);
  // A line that acts in whatever way is among these.
  const trichluc::Reading reading(text, knowledge.dictionaries);
  for (const auto& line : trichluc::corpus::matched_lines(reading)) used.insert("line " + line);
  for (const auto& line : trichluc::corpus::lines_of_pages(text, knowledge.dictionaries)) used.insert("line " + line);
}

// The phrase as one line, and where "¶" ends lines of it also as those lines.
void read_phrase(const std::string& phrase, const trichluc::Knowledge& knowledge) {
  constexpr std::string_view kEnd = "¶";
  read(phrase, knowledge);
  std::string lines = phrase;
  for (auto at = lines.find(kEnd); at != std::string::npos; at = lines.find(kEnd, at))
    lines.replace(at, kEnd.size(), "\n");
  if (lines != phrase) read(lines, knowledge);
}

int report() {
  const auto knowledge = trichluc::load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
  if (!knowledge) {
    std::cerr << knowledge.error().where << ": " << knowledge.error().what.en << '\n';
    return 1;
  }
  for (const auto& entry : fs::directory_iterator(TRICHLUC_ROOT "/corpus/phrases")) {
    if (entry.path().extension() != ".tsv") continue;
    for (const auto& phrase : trichluc::corpus::read_phrases(entry.path())) read_phrase(phrase.text, *knowledge);
  }
  const std::string pages{std::istreambuf_iterator<char>(std::cin), {}};
  for (std::size_t at = 0; at < pages.size();) {
    const auto end = std::min(pages.find('\f', at), pages.size());
    read(std::string_view(pages).substr(at, end - at), *knowledge);
    at = end + 1;
  }
  for (const auto& name : used) std::cout << name << '\n';
  return 0;
}

}  // namespace

int main() try { return report(); } catch (const std::exception& e) {
  std::cerr << e.what() << '\n';
  return 1;
}
