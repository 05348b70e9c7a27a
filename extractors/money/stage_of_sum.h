// At which stage a sum is told to be: promised, received or paid out.
#pragma once

#include <string>

#include "extractors/reading.h"

namespace trichluc {

// The nearest stage word before the sum that no other sum stands between.
std::string stage_before(const Reading& reading, std::size_t first, std::size_t from);

// "15 triệu euro vốn ODA không hoàn lại đã được Chính phủ Đức cam kết": what was done with the sum, told behind it.
std::string stage_behind(const Reading& reading, std::size_t last, std::size_t end);

// A sentence above that tells of sums committed and disbursed says of a part below neither.
bool tells_one_stage(const Reading& reading, const LexiconMatch& cue, std::size_t sum);

}  // namespace trichluc
