#include "extractors/clause.h"

namespace trichluc {
namespace {

bool parts_clauses(std::string_view mark) {
  return mark == ";" || mark == ":";
}

}  // namespace

Clause clause_of(const Reading& reading, std::size_t token) {
  const Sentence& sentence = reading.sentence_of(token);
  Clause clause{token, token + 1};
  while (clause.first > sentence.first && !parts_clauses(reading.folded(clause.first - 1))) --clause.first;
  while (clause.last < sentence.last && !parts_clauses(reading.folded(clause.last))) ++clause.last;
  return clause;
}

const LexiconMatch* last_match_before(const Reading& reading, std::size_t token, std::size_t from,
                                      std::string_view table) {
  for (std::size_t end = token; end > from; --end) {
    const LexiconMatch* match = reading.match_before(end, table);
    if (match != nullptr && match->first >= from) return match;
  }
  return nullptr;
}

const LexiconMatch* first_match_in(const Reading& reading, std::size_t from, std::size_t to, std::string_view table) {
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* match = reading.match_at(at, table);
    if (match != nullptr && match->last <= to) return match;
  }
  return nullptr;
}

std::string line_of(const LexiconMatch& match) {
  return match.lexicon->name() + ".tsv:" + std::to_string(match.entry->line) + " " + match.entry->form;
}

}  // namespace trichluc
