// Finds pages of an archive. Order of the hits: pages with the words exactly as typed before those that an unaccented
// word only stands for, and among either the newest publication first (unknown dates last). The index holds the pages
// in that order, so that the search stops at the limit however many pages there are.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/base/span.h"
#include "pipeline/query/search/search_query.h"
#include "pipeline/source/document.h"
#include "pipeline/store/archive.h"

namespace trichluc {

struct SearchHit {
  std::string document;  // documents.id
  std::string source, title, publisher, published;
  int page = 1;
  bool exact = true;      // the words as typed, not only what they stand for
  std::string snippet;    // a stretch of the page's text as read
  std::size_t start = 0;  // where it begins, in code points of the page's text
  struct Match {
    std::size_t start = 0, end = 0;  // code points of the page's text
    Span in_snippet;                 // bytes
    std::vector<Box> boxes;
    std::string corrected;  // what a reader says stands there, where that was found; empty: as read
  };
  std::vector<Match> matches;
  std::vector<std::string> same_report;  // ids of its near duplicates (table `groups`), which are folded into this hit
};

struct SearchOptions {
  std::size_t limit = 20;
  bool related = false;  // also text that belongs to other articles (side bars)
};

// The index must be up to date (search_index.h).
Result<std::vector<SearchHit>> search(store::Archive& archive, const SearchQuery& query, const SearchOptions& options);

}  // namespace trichluc
