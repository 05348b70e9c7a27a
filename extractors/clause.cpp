#include "extractors/clause.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace trichluc {

Clause clause_of(const Reading& reading, std::size_t token) {
  const Sentence& sentence = reading.sentence_of(token);
  const std::vector<std::uint32_t>& marks = reading.clause_marks();
  const auto here = std::lower_bound(marks.begin(), marks.end(), token);
  const auto next = here != marks.end() && *here == token ? here + 1 : here;
  Clause clause{sentence.first, sentence.last};
  if (here != marks.begin()) clause.first = std::max<std::size_t>(clause.first, *(here - 1) + 1);
  if (next != marks.end()) clause.last = std::min<std::size_t>(clause.last, *next);
  return clause;
}

const LexiconMatch* last_match_before(const Reading& reading, std::size_t token, std::size_t from, TableKey table) {
  for (std::size_t end = token; end > from; --end) {
    const LexiconMatch* match = reading.match_before(end, table);
    if (match != nullptr && match->first >= from) return match;
  }
  return nullptr;
}

const LexiconMatch* first_match_in(const Reading& reading, std::size_t from, std::size_t to, TableKey table) {
  for (std::size_t at = from; at < to; ++at) {
    const LexiconMatch* match = reading.match_at(at, table);
    if (match != nullptr && match->last <= to) return match;
  }
  return nullptr;
}

std::string line_of(const LexiconMatch& match) {
  const std::string& added = match.entry->file;
  return (added.empty() ? match.lexicon->name() + ".tsv" : added) + ":" + std::to_string(match.entry->line) + " " +
         match.entry->form;
}

}  // namespace trichluc
