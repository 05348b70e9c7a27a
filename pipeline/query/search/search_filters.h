// Which pages a query's filters let through. type, amount, currency, place, section and year are asked of one fact of
// the page; without type, amount, currency and section a year is also that of the publication. official, publisher and
// doc are asked of the document.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/query/search/search_query.h"
#include "pipeline/store/database.h"

namespace trichluc {

class SearchFilter {
 public:
  // Both must outlive this; the index is attached as `search`.
  SearchFilter(store::Database& database, const SearchFilters& filters);

  // An FTS5 expression over the index's facets that lets no page too few through; empty: no filters.
  const std::string& expression() const { return expression_; }
  // The whole truth, of a page that the expression has let through.
  bool passes(std::int64_t document, int page);

 private:
  bool fact_passes(std::int64_t document, int page);
  bool published_passes(std::int64_t document);

  store::Database& database_;
  const SearchFilters& filters_;
  std::string expression_;
  store::Statement facts_, published_;
};

}  // namespace trichluc
