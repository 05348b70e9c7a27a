// Legal and administrative documents that are cited by kind and number, one fact a document.
#pragma once

#include "extractors/extractor.h"

namespace trichluc {

class LegalDocumentExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "legal_document"; }
  int version() const override { return 1; }
  Readings read(const Reading& reading) const override;
};

}  // namespace trichluc
