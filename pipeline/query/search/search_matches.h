// Where the words of a query stand on a page.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/query/search/search_query.h"
#include "pipeline/store/index_words.h"

namespace trichluc {

struct WordMatch {
  Span span;
  std::size_t phrase = 0;  // which of the query's phrases
};

// Every place among a text's words of every phrase that is looked for (not those after NOT), in order, in bytes.
std::vector<WordMatch> find_matches(const std::vector<store::IndexWord>& words, const SearchNode& node, bool expanded);
// Without those that touch one of these stretches.
void drop_matches_within(const std::vector<Span>& stretches, std::vector<WordMatch>& matches);
// The match from which on the most different phrases stand within `reach` bytes, the first of such; 0 where none is.
std::size_t best_match(const std::vector<WordMatch>& matches, std::size_t reach);
// A stretch around `match`, cut between words.
Span snippet_around(std::string_view text, Span match, std::size_t around);

}  // namespace trichluc
