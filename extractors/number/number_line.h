// What became of one number of the text: a value of a record, a part of a date or of another record, or refused and
// why.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "pipeline/base/span.h"

namespace trichluc {

struct NumberLine {
  Span span;                             // the number as written, bytes of the folded text
  Span around;                           // with the words around it, within its sentence
  std::optional<std::size_t> candidate;  // the record it is in, an index of Extraction::candidates; empty: refused
  std::string rule;                      // that read or refused it: "count.number_noun", "number.page"
  std::string reason;                    // in words: "a page number"
};

}  // namespace trichluc
