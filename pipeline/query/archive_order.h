// The order of documents and facts in an archive, by which everything that is read from it goes.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

namespace trichluc {

// Of things with `document` and `ordinal`. Sorted here: SQLite would carry the words of every fact through its sorter.
// What was read once stands in that order already, and costs a look.
template <class Thing>
void sort_as_in_archive(std::vector<Thing>& things) {
  const auto before = [](const Thing& a, const Thing& b) {
    return std::tie(a.document, a.ordinal) < std::tie(b.document, b.ordinal);
  };
  if (!std::is_sorted(things.begin(), things.end(), before)) std::stable_sort(things.begin(), things.end(), before);
}

}  // namespace trichluc
