// Reads one kind of fact. Immutable once built: many threads may call read() at once. An extractor looks at the tokens,
// quantities and dictionary matches of one document; it knows no other extractor and no page.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/reading.h"

namespace trichluc {

struct Readings {
  std::vector<Candidate> candidates;
  std::vector<Rejection> rejections;
};

class Extractor {
 public:
  virtual ~Extractor() = default;
  virtual std::string_view name() const = 0;  // "money"
  virtual int version() const = 0;            // bump when the same text may give other facts; stored with every record
  virtual Readings read(const Reading& reading) const = 0;
};

}  // namespace trichluc
