// A page's text in two halves: what belongs to its article, and what stands beside it (side bars, teasers). In either
// the other is blanked, so that offsets stay.
#pragma once

#include <string>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/text/page_markers.h"

namespace trichluc {

struct PageHalves {
  std::string body, related;
  std::vector<Span> beside;  // where the page's text is not of its article; in order, a line or more each
};

// Of all pages of one document, in their order.
std::vector<PageHalves> halves_of(const std::vector<Page>& pages, const text::PageMarkers& markers);

}  // namespace trichluc
