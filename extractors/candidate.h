// A reading that may become a record: the fact, the words that state it, and how it was reached. The passes in resolve/
// settle what is still open; only a candidate with a span can become a record.
#pragma once

#include <string>
#include <vector>

#include "extractors/fact.h"
#include "pipeline/base/span.h"

namespace trichluc {

// A field whose value was not in the statement's own words, and the words it was taken from (bytes of the folded text).
struct Inference {
  std::string field;
  std::string value;
  Span from;
};

struct Candidate {
  Fact fact;
  Span span;                       // bytes of the folded text
  std::string rule;                // "money.quantity_currency"
  std::vector<std::string> lines;  // dictionary lines used: "currencies.tsv:3 usd"
  std::vector<Inference> inferred;
  std::string repaired;            // the words of `span` as mended, where the recogniser's slips were; empty: as read
  std::vector<Span> restated;      // further places that state the same fact
  std::vector<Span> numbers;       // the numbers that its values are, for the ledger (number/ledger.h)
  std::vector<std::string> notes;  // candidates not chosen, in words, for `explain`
  double confidence = 0.95;        // of the reading itself; the recogniser's comes on top
};

// A reading that was considered and refused; `explain` shows it.
struct Rejection {
  Span span;
  std::string rule;
  std::string reason;
};

}  // namespace trichluc
