// Which encoding makes a text Vietnamese? Tried one after the other and judged by syllables: in the right one nearly
// every word with marks is a possible syllable, in a wrong one few are.
#pragma once

#include <cstddef>
#include <string_view>

#include "pipeline/text/encoding/legacy_encoding.h"

namespace trichluc::text {

// Of the words that have marks, the share that are possible syllables (0 to 1), in the best reading, in the next best
// and in the text as it stands.
struct EncodingGuess {
  LegacyEncoding encoding = LegacyEncoding::kNone;  // kNone: nothing says clearly that the text is not as it should be
  LegacyEncoding runner_up = LegacyEncoding::kNone;
  double score = 0;
  double runner_up_score = 0;
  double score_as_is = 0;
  std::size_t words = 0;  // with marks, in the best reading

  double confidence() const { return score - runner_up_score; }
};

// Of UTF-8 text whose letters may be those of another encoding: bytes read as windows-1252, runs in a legacy font,
// UTF-8 encoded twice. Looks at a part of a long text only; never guesses from a few words.
EncodingGuess guess_encoding(std::string_view text);

// The same for VIQR, which is ASCII and so must be asked for.
bool is_viqr(std::string_view text);

// Are letters that were set in a font of this encoding really in it? To be asked of all text in the font at once: later
// programs wrote Unicode in any font.
bool is_in_encoding(std::string_view text, LegacyEncoding encoding);

// The text of a run in this font to Unicode, but only where that makes it no less Vietnamese: a font's name tells what
// its letters were drawn for, not what a later program wrote with it.
std::string convert_run(std::string_view text, FontEncoding font);

}  // namespace trichluc::text
