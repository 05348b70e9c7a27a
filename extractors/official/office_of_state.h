// Offices of a state: which president of it, a minister's field in small letters, what a deputy is in charge of.
#pragma once

#include <string>

#include "extractors/official/position.h"
#include "extractors/reading.h"

namespace trichluc {

// "tổng thống đầu tiên của Nga", "tổng thống thứ 41": takes whose he is, passes over which one. Was it told so?
bool take_state_behind_ordinal(const Reading& reading, ReadPosition& read);

// "Bộ trưởng an toàn thực phẩm New Zealand Goodwell": the field and the state, where a foreign name follows.
bool take_small_field_of_state(const Reading& reading, ReadPosition& read);

// "Thứ trưởng Ngoại giao Mỹ đặc trách kiểm soát vũ khí".
void take_charge_behind_state(const Reading& reading, ReadPosition& read);

// "Tổng thống Mỹ đương nhiệm Joe A.": one past the word behind the state, before a name, or `at`.
std::size_t after_word_of_time(const Reading& reading, std::size_t at);

// "Bộ trưởng Ngoại giao nước này": which state it is, is told further up.
void forget_unnamed_state(Position& position);

// "(với) lãnh đạo Lào A, Tổng thống Mỹ nhắc đến …": the second office is no further one of A, but another's.
bool are_of_two_states(const Reading& reading, const ReadPosition& one, const ReadPosition& other);

// "Đại sứ" and "(Mexico)" behind the name: "Đại sứ Mexico"; "Đại sứ tại Việt Nam": "Đại sứ Mexico tại Việt Nam".
void take_country_of_envoy(const std::string& country, Position& position);

// "Tổng thống Joko W. của Indonesia": the state behind the name that ends at this token.
void take_state_behind_name(const Reading& reading, std::size_t at, ReadPosition& office);

}  // namespace trichluc
