// One document through the whole flow: read its pages, lay out, normalise, extract, prove.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/record/record.h"
#include "pipeline/run/counters.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/run/page_ranges.h"
#include "pipeline/run/pooled_document.h"
#include "pipeline/text/likeness.h"

namespace trichluc {

// Immutable; many threads may use it.
class Runner {
 public:
  // Both must outlive the runner.
  Runner(const Knowledge& knowledge, RunCounters& counters, PageRanges pages = {}, Detail detail = Detail::kFacts)
      : knowledge_(knowledge), counters_(counters), pages_(std::move(pages)), detail_(detail) {}

  // The pages that are wanted; see PooledDocument::read.
  Result<Document> read(const PooledDocument& document, const PooledDocument::PageUse& use = {},
                        const PooledDocument::Keeper* keeper = nullptr) const;
  // The document that these pages make, as if they had just been read.
  Document put_together(Document head, std::vector<PageReply> pages) const;
  // The records, or the error of a document that is refused.
  DocumentRecords process(const PooledDocument& document) const;
  // The records of a document that is read already; `sketch`, where one is given, is that of its text.
  DocumentRecords extract_records(Document document, std::optional<text::Sketch>* sketch = nullptr) const;

 private:
  const Knowledge& knowledge_;
  RunCounters& counters_;
  PageRanges pages_;
  Detail detail_;
};

}  // namespace trichluc
