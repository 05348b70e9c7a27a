// The word by which a sentence names its meeting ("Hội nghị", "họp", "thăm", "tiếp", "ký"), and what the sentence says
// of it: that it is planned, that it took place.
#pragma once

#include <optional>

#include "extractors/reading.h"

namespace trichluc {

struct AnnouncedWord {
  const LexiconMatch* match = nullptr;
  Sentence part;        // the sentence without what it says of an earlier meeting or of one to come
  bool meets = false;   // "họp": a verb, which tells a meeting only with its day
  bool visits = false;  // "thăm"
  bool signs = false;   // "ký"
  bool said_at = false;
  bool held = false;
  bool planned = false;
};

// Nothing where the sentence names no meeting of its own, or several.
std::optional<AnnouncedWord> announced_word(const Reading& reading, const Sentence& sentence);

}  // namespace trichluc
