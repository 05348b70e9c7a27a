// What each named person does at the meeting: words before or behind the name (meeting_roles.tsv).
#pragma once

#include <string_view>
#include <vector>

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

// Sets Mention::role where the sentence says one.
void read_roles(const Reading& reading, std::vector<Mention>& mentions);

// chair 4, reporter 3, speaker 2, attendee 1, anything else 0: of several the best one counts.
int rank_of_role(std::string_view role);

}  // namespace trichluc
