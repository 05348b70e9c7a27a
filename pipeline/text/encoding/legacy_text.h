// Text whose letters are those of an old encoding, the whole of it or paragraphs among others, to Unicode. Where
// nothing says clearly what a paragraph is, it stays as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/base/span.h"
#include "pipeline/text/encoding/legacy_encoding.h"

namespace trichluc::text {

// Where the letters came from: UTF-8 text may hold legacy letters; bytes that are no UTF-8 are read as windows-1252 and
// may hold paragraphs in UTF-8.
enum class LettersOf { kUnicode, kBytes };

// What was found of a text: `encoding` names what has to be converted ("tcvn3", …, "mixed" for several; empty:
// nothing), the warnings tell what was guessed, and on what grounds.
struct Findings {
  std::string encoding;
  std::vector<Message> warnings;
};

// The encoding of each piece of the text (paragraphs, text nodes of a page): that of the whole where it fits, else the
// one that its own words ask for. Pieces with too few words go with the others, or with `around`, which is already
// known of their neighbours.
struct JudgedPieces {
  std::vector<LegacyEncoding> encodings;
  Findings findings;
};
JudgedPieces judge_pieces(std::string_view text, const std::vector<Span>& pieces, LettersOf source,
                          LegacyEncoding around = LegacyEncoding::kNone);

struct UnifiedText {
  std::string text;
  Findings findings;
};
UnifiedText unify_encodings(std::string text, LettersOf source);

}  // namespace trichluc::text
