// How sure a field is that a statement did not say itself: what was judged of such fields, by where their words stand.
#pragma once

#include <cstddef>
#include <string_view>

namespace trichluc {

// A place in a document, as evidence names it.
struct TextPlace {
  int page = 1;
  std::size_t start = 0;  // code points
};

// From the statement to the words that a field of it was taken from.
enum class Distance { kBeside, kAbove, kFar, kBelow };

Distance distance_of(TextPlace statement, TextPlace source);
std::string_view name_of(Distance distance);

// The share of such fields that were right, counted so that few seen are less sure.
double sure_of_inferred(std::string_view field, Distance distance);

}  // namespace trichluc
