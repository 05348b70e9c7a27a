// The one thing that matters here of a page's styles: in which legacy font an element's text is set. Private to the
// HTML reader.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/source/html/html_parts.h"
#include "pipeline/text/encoding/legacy_encoding.h"

namespace trichluc::html {

class FontStyles {
 public:
  // Rules of a style sheet whose selectors are a class, an element or both ("p.MsoNormal, .body {…}"); others are
  // passed over.
  void add_sheet(std::string_view css);

  // What the element itself says of its font: by attribute, style or rule. Empty where it says nothing.
  std::optional<text::FontEncoding> font_of(const xmlNode* element) const;

 private:
  std::map<std::string, text::FontEncoding, std::less<>> rules_;
};

// The font that declarations name ("color:red; font-family:'.VnTime', serif"); empty where they name none.
std::optional<text::FontEncoding> declared_font(std::string_view declarations);

}  // namespace trichluc::html
