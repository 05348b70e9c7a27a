// From a stretch of folded text to its proof: page, offsets, exact words, boxes. Built once a document; afterwards
// immutable, many threads may ask it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/base/utf8.h"
#include "pipeline/record/record.h"
#include "pipeline/source/document.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

// A stretch of one page's own text, in bytes.
struct PageSpan {
  std::size_t page_index = 0;  // of Document::pages
  Span in_page;
};

class EvidenceFinder {
 public:
  // Both must outlive the finder. The raw text must be the pages' texts joined by one '\n' each.
  EvidenceFinder(const Document& document, const text::NormalizedText& text);

  // Where the folded stretch stands, one entry a page, without blanks at the ends. Empty when it holds no visible
  // letter.
  std::vector<PageSpan> page_spans(Span in_folded) const;
  // The same as evidence; never with an empty text.
  std::vector<Evidence> at(Span in_folded) const;
  // The same of a stretch of the raw text, as read_header gives it.
  std::vector<Evidence> at_raw(Span in_raw) const;
  // The mean confidence of the recogniser in these words, 1 where nothing was recognised.
  double word_confidence(Span in_folded) const;

 private:
  std::size_t page_of(std::size_t raw_offset) const;
  std::optional<PageSpan> within_a_page(Span in_folded) const;
  Evidence evidence_of(const PageSpan& span) const;

  const Document& document_;
  const text::NormalizedText& text_;
  std::vector<std::size_t> page_begin_;  // where each page begins in the raw text
  std::vector<CodePointOffsets> code_points_;
};

// One box a line of text around the words that overlap `in_page`.
std::vector<Box> line_boxes(const Page& page, Span in_page);

}  // namespace trichluc
