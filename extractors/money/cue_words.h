// What a line of the money cues says of a sum, and whether it says so where it stands.
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

bool is_aid(const LexiconMatch& cue);
bool is_weak(const LexiconMatch& cue);
bool is_no_aid(const LexiconMatch& cue);
// Does the cue decide: no part of a name, and not covered by a longer one?
bool decides(const Reading& reading, const LexiconMatch& cue);
// Does a number with its currency begin at this token?
bool is_sum(const Reading& reading, std::size_t token);

}  // namespace trichluc
