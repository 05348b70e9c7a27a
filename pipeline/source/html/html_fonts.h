// Pages from before Unicode: their letters are those of a font (<font face=".VnTime">, style="font-family:VNI-Times"),
// or of an encoding that the page does not declare. Private to the HTML reader.
#pragma once

#include "pipeline/source/html/html_parts.h"
#include "pipeline/text/encoding/legacy_text.h"

namespace trichluc::html {

// Turns the text below `root` into Unicode, in place, and tells what was found.
text::Findings unify_letters(xmlNode* root);

}  // namespace trichluc::html
