#include "tests/corpus/lines_of_text.h"

#include <string_view>

namespace trichluc::corpus {

std::set<std::string> matched_lines(const Reading& reading) {
  std::set<std::string> lines;
  for (const LexiconMatch& match : reading.matches())
    lines.insert(match.lexicon->name() + ".tsv:" + std::to_string(match.entry->line));
  return lines;
}

std::set<std::string> lines_of_pages(const text::NormalizedText& text, const Dictionaries& dictionaries) {
  std::set<std::string> lines;
  for (const std::string_view table : {"page_markers", "document_frames"}) {
    for (const Entry& entry : dictionaries.table(table).entries()) {
      if (text.folded().find(entry.form.substr(0, entry.form.find('*'))) == std::string::npos) continue;
      lines.insert(std::string(table) + ".tsv:" + std::to_string(entry.line));
    }
  }
  return lines;
}

}  // namespace trichluc::corpus
