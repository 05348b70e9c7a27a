// What a body is called in a record: its name as written, its place, and what the brackets behind it say.
#pragma once

#include <cstddef>

#include "extractors/clause.h"
#include "extractors/official/organization.h"
#include "extractors/reading.h"

namespace trichluc {

// The name, the place and the brackets of the body whose own words are tokens [first, name_last) of `found`.
void name_body(const Reading& reading, Organization& found);

// One past the country that is named at this token, or the token itself.
std::size_t country_end(const Reading& reading, std::size_t at);

// "Ban Hàn Quốc - Đông Bắc Á", "Đông Á - Thái Bình Dương".
bool is_part_of_world(const LexiconMatch* match);

// "Cơ quan Phòng chống ma túy và tội phạm của Liên hợp quốc", "Trung tâm Phòng ngừa và kiểm soát bệnh tật (CDC)": do
// small words from this token on end with the letters of the whole or with whose body it is?
bool second_half_is_named(const Reading& reading, std::size_t at);

// "Trung tâm Nghiên cứu Xã hội ở New Delhi, …": one past the words of another language, up to a mark, or the token.
std::size_t foreign_town_end(const Reading& reading, std::size_t at);

// Is this token the first behind "Bộ trưởng" or "Thứ trưởng"?
bool is_behind_minister(const Reading& reading, std::size_t at);

// "khu vực Đông Á - Thái Bình Dương", for which a body works: one past it, or the token.
std::size_t part_of_world_end(const Reading& reading, std::size_t at);

// "NDVN" behind "Nông dân Việt Nam": is this token made of the first letters of the words before `end`?
bool letters_of_words(const Reading& reading, std::size_t first, std::size_t end, Clause letters);
// "(KHĐT)", "(GD&ĐT)", "(LĐ-TB&XH)": one past the brackets that hold nothing but letters, or `open`.
std::size_t letters_in_brackets(const Reading& reading, std::size_t open);

// "Ban Vận động quỹ "Vì người nghèo" tỉnh": one past a name in quotes that opens at this token, or the token.
std::size_t quoted_end(const Reading& reading, std::size_t open);

// Is the form the known name with a slip of print?
bool is_slip_of_name(const LexiconMatch& known);

}  // namespace trichluc
