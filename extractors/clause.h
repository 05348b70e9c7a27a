// The part of a sentence that one statement fills: between full stops, semicolons and colons.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

struct Clause {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
};

Clause clause_of(const Reading& reading, std::size_t token);

// The last match of a table that ends at or before `token`, not before `from`; of overlapping ones the longest.
const LexiconMatch* last_match_before(const Reading& reading, std::size_t token, std::size_t from, TableKey table);
// The first match of a table in tokens [from, to).
const LexiconMatch* first_match_in(const Reading& reading, std::size_t from, std::size_t to, TableKey table);

// "money_cues.tsv:12 giải ngân": how `explain` names a dictionary line.
std::string line_of(const LexiconMatch& match);

}  // namespace trichluc
