// One document through the whole flow: open, recognise, lay out, normalise, extract, prove.
#pragma once

#include <string>

#include "pipeline/record/record.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/run/lazy_engine.h"

namespace trichluc {

// Immutable; many threads may use it, each with an engine of its own.
class Runner {
 public:
  // The knowledge must outlive the runner.
  explicit Runner(const Knowledge& knowledge) : knowledge_(knowledge) {}

  // The document with the text of every page, recognised where the source has only pixels. "-" is standard input.
  Result<Document> read(const std::string& source, LazyEngine& engine) const;
  // The records, or the error of a document that is refused.
  DocumentRecords process(const std::string& source, LazyEngine& engine) const;
  // The records of a document that is read already.
  DocumentRecords extract_records(Document document) const;

 private:
  const Knowledge& knowledge_;
};

}  // namespace trichluc
