// From lines to paragraphs, and from paragraphs to the parts of a page: headline, body, captions, what belongs to other
// articles. Nothing is dropped: every line of the raw text is in exactly one paragraph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/text/page_markers.h"
#include "pipeline/text/shaped_text.h"

namespace trichluc::text {

// What the source's own form (HTML markup, PDF geometry) says of a stretch of text; a claim, not yet a judgement.
enum class Hint {
  kTitle,
  kHeading,
  kParagraph,
  kCaption,
  kTableRow,
  kRelated,
  kNavigation,
  kByline,
  kPublished,
  kPublisher
};

struct HintedSpan {
  Span span;
  Hint hint = Hint::kParagraph;
};

// The judgement. kFrame is the site's own furniture (portal header, menus, share buttons, comment boxes).
enum class Section { kTitle, kHeading, kBody, kCaption, kTable, kRelated, kByline, kPublished, kPublisher, kFrame };

// The name that a record carries: body, caption, table or related. Headline, by-line, date line and frame read as
// "body".
std::string_view record_section(Section section);

// One paragraph: the stretches of raw text that make it up, one a line, in order, without the blanks at their ends.
// Joined by a blank when read.
struct Paragraph {
  std::vector<Span> lines;
  Section section = Section::kBody;
  bool recognised = false;  // a line of it was read from pixels
  Span in_shaped{};         // its stretch of LaidOut::shaped
};

// Raw text of all pages, one after the other with '\n' between, and its paragraphs in the order of their first lines (a
// page number stands after the paragraph that runs over its page break).
struct LaidOut {
  std::string raw;
  std::vector<Paragraph> paragraphs;
  ShapedText shaped{};  // of all paragraphs; empty where a layout is made by hand
};

// One page's part of the raw text. `hard_wrapped`: lines are as wide as the paper and must be joined.
struct PageText {
  std::string_view text;
  bool hard_wrapped = false;
  const std::vector<HintedSpan>* hints = nullptr;  // spans in `text`; null: none
  bool recognised = false;                         // read from pixels
};

// Joins the pages' lines into paragraphs (across a page break where the sentence goes on; running heads and page
// numbers become kFrame) and labels them. Deterministic; bounded by the length of the text.
LaidOut lay_out(const std::vector<PageText>& pages, const PageMarkers& markers);

}  // namespace trichluc::text
