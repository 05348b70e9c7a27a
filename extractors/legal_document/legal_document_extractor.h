// Legal and administrative documents that are cited by kind and number, one fact a document.
#pragma once

#include <span>

#include "extractors/date/date_reader.h"
#include "extractors/extractor.h"

namespace trichluc {

class LegalDocumentExtractor final : public Extractor {
 public:
  // `dates`: those of the document that read() will be given (read_dates); they must outlive this.
  explicit LegalDocumentExtractor(std::span<const DateReading> dates = {}) : dates_(dates) {}

  std::string_view name() const override { return "legal_document"; }
  int version() const override { return 5; }
  Readings read(const Reading& reading) const override;

 private:
  std::span<const DateReading> dates_;
};

}  // namespace trichluc
