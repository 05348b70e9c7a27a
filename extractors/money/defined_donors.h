// Donors by the letters that a text itself gives them: "Tổ chức Good People International (GPI, Hàn Quốc) …", and
// further down "GPI góp 4,5 tỷ đồng". The letters are then read as the donors that the table of money cues knows.
#pragma once

#include <vector>

#include "extractors/reading.h"

namespace trichluc {

// A match of the money cues for each place where such letters stand, ascending; of letters that the tables know none.
std::vector<LexiconMatch> find_defined_donors(const Reading& reading);

}  // namespace trichluc
