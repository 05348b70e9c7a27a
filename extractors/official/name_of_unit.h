// Capitals behind "huyện", "xã": the name of the unit, and perhaps that of a person.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// A family name that is no other word.
bool is_sure_family_name(const Reading& reading, std::size_t at);

// "Ba Tri Phan Tấn Lực" behind "huyện": one past the capitals that are the unit's own, or capitals.first where all of
// them are a person. `kind`: of the unit's word in organizations.tsv.
std::size_t name_of_unit_end(const Reading& reading, Clause capitals, std::string_view kind);

}  // namespace trichluc
