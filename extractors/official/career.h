// Offices that a sentence tells of a person further on: "Ông A là tiến sĩ kinh tế, từng kinh qua các chức vụ …", "trước
// đây ông A từng công tác trong ngành công an, làm phó giám đốc Sở X", "ông A từ phó chủ tịch lên chủ tịch HĐND".
#pragma once

#include <cstddef>

#include "extractors/official/mention.h"
#include "extractors/official/titles_behind.h"
#include "extractors/reading.h"

namespace trichluc {

// The comma behind which the sentence goes on with offices of the person who is told of from this token on, or `at`.
std::size_t career_told_from(const Reading& reading, const TitlesBehind& behind, std::size_t at);

// Adds them to the person, where nobody else is named between.
void take_career(const Reading& reading, const TitlesBehind& behind, Mention& mention);

}  // namespace trichluc
