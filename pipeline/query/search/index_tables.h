// The tables of index.sqlite, and a document's way into them.
//
// Pages stand in the index newest publication first (page_key ascending), so that a search in that order stops at its
// limit. Pages are read with their corrections; search finds the words there and shows them on the page as it was read.
// The words are kept without the texts: a page that is gone stays in the words and is passed over, until the
// index is built anew.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/store/database.h"
#include "pipeline/text/page_markers.h"

namespace trichluc {

// Raised with every change that an older index does not have; such an index is built anew.
inline constexpr int kIndexVersion = 4;

void create_index_tables(store::Database& index);
bool has_index_tables(store::Database& index);

class IndexWriter {
 public:
  // All must outlive this.
  IndexWriter(store::Database& archive, store::Database& index, const text::PageMarkers& markers);

  // A document whose state is 'done'. Fastest newest publication first, those of one day in the order of their rows.
  void add(std::int64_t document);
  void remove(std::int64_t document);

 private:
  std::int64_t first_key(std::string_view published);
  void add_measures(std::int64_t document, std::int64_t key);
  void add_offices(std::int64_t document, std::int64_t key, std::string_view published);
  std::int64_t publisher_of(const std::string& name);

  store::Database& archive_;
  store::Database& index_;
  const text::PageMarkers& markers_;
  std::set<std::int64_t> corrected_;                            // documents with pages whose words were put right
  store::Statement head_, pages_, facts_, measures_, offices_;  // of the archive
  store::Statement text_, page_, measure_, office_, publisher_, last_key_;  // of the index
};

}  // namespace trichluc
