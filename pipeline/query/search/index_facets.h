// What filters are answered by: terms of our own in a column of the search index beside the words, so that a filter is
// one more word and the search stops as early as without. A fact gives one term for its type, one for its place, one
// for each year, and one for each that it has together, since the filters are asked of one fact.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/query/search/search_query.h"

namespace trichluc {

// A fact as the filters see it; empty: it has none.
struct FactFacets {
  std::string type, section, currency, place;
  std::optional<double> number;
  std::optional<std::int64_t> first_year, last_year;
};

void add_facets(const FactFacets& fact, std::set<std::string>& terms);
// Of the document, on each of its pages.
void add_official_facets(std::string_view name, std::set<std::string>& terms);
std::string publisher_facet(std::int64_t publisher);
std::string document_facet(std::int64_t document);
std::string published_facet(std::string_view year);

// An FTS5 expression over the terms for type, amount, currency, place, section, year and official. It may let through a
// page too much (amounts are told apart by their order of magnitude only), never one too few. Empty: no such filter.
std::string facets_wanted(const SearchFilters& filters);

}  // namespace trichluc
