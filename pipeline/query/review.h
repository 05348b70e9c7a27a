// Facts in the order of what looking at them is worth: the next ten minutes of a person go to the figures that would
// change a series or settle a contradiction.
//
//   worth = 4 · conflict + 3 · series + 2 · doubt
//
// conflict: the severity of the worst contradiction the fact is in (high 1, medium 0.6, low 0.3, info 0.1).
// series: what of a series hangs on it: 1 for the preferred value of a row of Việt Nam, 0.6 of another place, a third
// of that for an alternative. doubt: 1 - confidence. Facts that a person has corrected, confirmed or added are left
// out, and so are those of side bars.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/query/observation.h"

namespace trichluc {

struct ReviewItem {
  std::string fact, type;
  std::string what;  // "496 ngo operating", "286000000 USD", a name, a date
  std::string place, period;
  std::string document, source, quote;
  int page = 1;
  double confidence = 0;
  double conflict = 0, series = 0, doubt = 0;
  std::string conflict_kind;  // of the worst one; empty: none
  std::string role;           // in the series: "preferred", "alternative"; empty: none
  double worth() const { return 4 * conflict + 3 * series + 2 * doubt; }
};

// The `limit` facts that are worth most, best first; of equals in the order of the archive.
Result<std::vector<ReviewItem>> facts_to_review(store::Archive& archive, const Dictionaries& dictionaries,
                                                std::size_t limit);

}  // namespace trichluc
