// Named persons with a public or organisational position, one fact a person.
#pragma once

#include "extractors/extractor.h"

namespace trichluc {

class OfficialExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "official"; }
  int version() const override { return 12; }
  Readings read(const Reading& reading) const override;
};

}  // namespace trichluc
