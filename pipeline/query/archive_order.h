// The order of documents and facts by which everything that is read from an archive goes: documents by the day of their
// publication, the undated last, then by id. It is that of what the archive holds, not of how it came there: whoever
// reads the same documents in another order is told the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "pipeline/store/database.h"

namespace trichluc {

// Of things with `document`, the place of the document, and `ordinal`. Sorted here: SQLite would carry the words of
// every fact through its sorter.
template <class Thing>
void sort_as_in_archive(std::vector<Thing>& things) {
  const auto before = [](const Thing& a, const Thing& b) {
    return std::tie(a.document, a.ordinal) < std::tie(b.document, b.ordinal);
  };
  if (!std::is_sorted(things.begin(), things.end(), before)) std::stable_sort(things.begin(), things.end(), before);
}

// The places of documents that are read to the end, by their rows.
using DocumentPlaces = std::unordered_map<std::int64_t, std::int64_t>;
DocumentPlaces load_document_places(store::Database& database);

}  // namespace trichluc
