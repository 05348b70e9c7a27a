// The inspection of a document, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "extractors/header/document_starts.h"
#include "pipeline/base/result.h"
#include "pipeline/cli/language.h"
#include "pipeline/run/inspection.h"

namespace trichluc::cli {

struct DocumentInspection {
  Document document;  // its pages without their text
  std::vector<PageInspection> pages;
  std::vector<SuspectedStart> starts;
};

// Each call gives the text of one document, with its line end. Many threads may use one writer.
class InspectionWriter {
 public:
  // `format`: "table" (pages that are alike in one row), "jsonl" (one object a document), empty: table on a terminal,
  // else jsonl.
  InspectionWriter(const std::string& format, Language language);

  std::string operator()(const DocumentInspection& seen) const;
  std::string operator()(const std::string& source, const Error& error) const;

 private:
  bool table_;
  Language language_;
};

}  // namespace trichluc::cli
