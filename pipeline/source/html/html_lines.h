// The visible text of a parsed page, line by line as a browser would break it, with a hint for each line. Private to
// the HTML reader.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/source/html/html_parts.h"
#include "pipeline/text/layout.h"

namespace trichluc::html {

struct PageLines {
  std::string text;
  std::vector<text::HintedSpan> hints;
  std::vector<TableCell> cells;
};

// `titles`: what the head of the page calls the article; a line that says the same is marked as the headline.
PageLines read_lines(xmlNode* root, const std::vector<std::string>& titles);

}  // namespace trichluc::html
