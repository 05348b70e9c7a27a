// Which pages a query's filters let through. type, amount, currency, place, section and year are asked of one fact of
// the page; without type, amount, currency and section a year is also that of the publication. official, publisher and
// doc are asked of the document.
#pragma once

#include <cstdint>

#include "pipeline/query/search_query.h"
#include "pipeline/store/database.h"

namespace trichluc {

class SearchFilter {
 public:
  // Both must outlive this.
  SearchFilter(store::Database& database, const SearchFilters& filters) : database_(database), filters_(filters) {}
  bool passes(std::int64_t document, int page) const;

 private:
  bool document_passes(std::int64_t document) const;
  bool official_passes(std::int64_t document) const;
  bool fact_passes(std::int64_t document, int page) const;
  bool published_passes(std::int64_t document) const;

  store::Database& database_;
  const SearchFilters& filters_;
};

}  // namespace trichluc
