// Names of places in a query stand together in a text: "vien tro ha tinh" asks for "ha tinh", not for "ha" and "tinh".
#pragma once

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/query/search/search_query.h"

namespace trichluc {

// Neighbouring words of the query that make the name of a province or city, with or without accents, become one phrase.
void join_places(SearchNode& node, const Dictionaries& dictionaries);

}  // namespace trichluc
