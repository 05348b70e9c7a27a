// What is known of a page before any fact is read from it: what it is, how it was read and how well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/text/text_quality.h"

namespace trichluc {

enum class PageKind {
  kText,     // of a source without pages: plain text, HTML, office files
  kDigital,  // a text layer that is used
  kScan,     // pixels that were recognised
  kMixed,    // both
  kEmpty,    // nothing to read on it
  kFailed,
};
std::string_view name_of(PageKind kind);

struct PageInspection {
  int number = 0;
  PageKind kind = PageKind::kEmpty;
  std::string reason;  // why it was read that way, or why it failed
  double width = 0;    // PDF points; 0 where the source has no geometry
  double height = 0;
  double dpi = 0;  // of the picture that was recognised, as judged; 0: nothing was
  std::size_t words = 0;
  double confidence = 0;  // mean of the recogniser's words, 0 where there are none
  text::TextQuality quality;
  std::string language;  // text::language_of
  std::vector<PageFont> fonts;
  std::string other_reason;  // why a text layer was not used; empty where there was none to refuse
};

PageInspection inspect_page(const Page& page);

}  // namespace trichluc
