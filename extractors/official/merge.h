// One person, one fact: all mentions of a name put together, and shorter forms of a position with the fullest.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

// Persons without any position are left out. What stands among related articles stays apart from the article's own.
std::vector<Candidate> merge_mentions(const Reading& reading, const std::vector<Mention>& mentions);

// True when `shorter` says no more than `fuller` ("Thứ trưởng", "Thứ trưởng thường trực Bộ Ngoại giao"), slips of print
// apart.
bool is_part_of_position(const Dictionaries& dictionaries, const Position& shorter, const Position& fuller);

}  // namespace trichluc
