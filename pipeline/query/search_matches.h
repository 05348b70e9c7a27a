// Where the words of a query stand on a page.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/query/search_query.h"

namespace trichluc {

// Every place of every phrase that is looked for (not those after NOT), in order, in bytes.
std::vector<Span> find_matches(std::string_view text, const SearchNode& node, bool expanded);
// A stretch around `match`, cut between words.
Span snippet_around(std::string_view text, Span match, std::size_t around);

}  // namespace trichluc
