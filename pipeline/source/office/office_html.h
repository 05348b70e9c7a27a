// Office documents are read as the pages that a browser would show of them: their paragraphs, headings, runs and tables
// become HTML, and the HTML reader does the rest (lines, hints, cells, letters of legacy fonts). This writes that HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"

namespace trichluc {

std::string html_escaped(std::string_view text);

// A run of letters in one font; the font's name matters where it is one of a legacy encoding.
std::string html_run(std::string_view text, std::string_view font, bool bold);

// Paragraphs and tables one after the other, parted into pages.
class OfficePages {
 public:
  // `tag`: "p", "h1", "h2".
  void paragraph(std::string_view tag, std::string_view inner);
  void raw(std::string_view html) { pages_.back() += html; }
  // What follows stands on a new page, unless the page at hand is still empty.
  void new_page();

  const std::vector<std::string>& pages() const { return pages_; }

 private:
  std::vector<std::string> pages_{""};
};

// What the office file says of itself.
struct OfficeProperties {
  std::string title;
  std::string author;
};

// `reason`: how its pages came to be read so.
Result<Document> read_office_pages(const OfficePages& pages, const OfficeProperties& properties,
                                   const std::string& reason, const std::string& source);

}  // namespace trichluc
