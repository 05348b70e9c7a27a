// Vietnamese that was typed without its diacritics throughout: e-mails, telexes, old files.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/base/span.h"

namespace trichluc::text {

// For each paragraph: is it such Vietnamese? Empty where none is. A text that is mostly Vietnamese with its marks has
// none: what stands bare in it are descriptions of images, links, names and comments, and they stay as they are.
std::vector<bool> unmarked_paragraphs(std::string_view shaped, const std::vector<Span>& paragraphs);

}  // namespace trichluc::text
