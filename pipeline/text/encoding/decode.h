// Bytes of a text file to UTF-8, otherwise unchanged (line ends and the composition of letters included). Encodings
// from before Unicode are known by their syllables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::text {

struct Decoded {
  std::string text;               // valid UTF-8, without a byte order mark
  std::string encoding;           // "utf-8", "utf-16le", "utf-16be", "tcvn3" and the like, "mixed", or the declared one
  std::size_t replaced = 0;       // bytes that were no UTF-8 and are U+FFFD now
  std::vector<Message> warnings;  // of what was replaced and what was guessed
};

// UTF-8 and UTF-16, with or without a byte order mark; old Vietnamese encodings where the syllables leave no doubt,
// also of single paragraphs. At most one bad byte in a thousand is replaced; beyond that, and for bytes that are no
// text, an error (ErrorCode::kUnreadableInput) names line and offset of the first.
Result<Decoded> decode(std::string_view bytes, const std::string& source);

// For markup: bytes that are no UTF-8 are read in the encoding that the document declares ("windows-1258"), or as
// windows-1252 where that cannot be. Letters of old fonts stay as they are: only the markup tells where they stand.
Result<Decoded> decode_declared(std::string_view bytes, std::string_view charset, const std::string& source);

}  // namespace trichluc::text
