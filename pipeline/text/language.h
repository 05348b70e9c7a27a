// Which language a text is in. Vietnamese, with its marks or without them, is told by its syllables; other languages by
// the detector of a library.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/text/text_quality.h"

namespace trichluc::text {

// "vi"; "vi-unaccented": Vietnamese whose marks were left out; else an ISO 639 code ("en", "lo"); empty: too little
// text to tell, or no language (tables of figures, wrongly decoded text). `quality` is that of the text.
std::string language_of(std::string_view utf8, const TextQuality& quality);

}  // namespace trichluc::text
