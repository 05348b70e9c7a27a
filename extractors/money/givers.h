// Who gives, told before the verb of giving: a body at home, a donor from abroad or another country.
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// One past the giver of the verb at this token: "đã", "sẽ" and the like stand between.
std::size_t end_of_giver(const Reading& reading, std::size_t verb);
// The giver at home before a weak word of giving, or null.
const LexiconMatch* domestic_giver(const Reading& reading, const LexiconMatch& weak, std::size_t from);
bool is_given_abroad(const Reading& reading, const LexiconMatch& cue);
bool is_given_to_country(const Reading& reading, const LexiconMatch& cue);
bool is_given_by_province(const Reading& reading, const LexiconMatch& cue);
bool is_given_by_office(const Reading& reading, const LexiconMatch& cue);
// `first`: the sum's first token.
bool is_given_by_country(const Reading& reading, const LexiconMatch& cue, std::size_t first);

}  // namespace trichluc
