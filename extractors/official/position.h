// Positions in a row: "Ủy viên Trung ương Đảng, Thứ trưởng Bộ Ngoại giao", "Phó Chủ tịch kiêm Tổng Thư ký Liên hiệp X".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/fact.h"
#include "extractors/official/organization.h"
#include "extractors/reading.h"

namespace trichluc {

struct ReadPosition {
  Position position;
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  const LexiconMatch* title = nullptr;
  bool mended = false;  // a slip of print in the body's name was mended
};

// A title at this token that is no modifier, prefix or link word, or null; "nguyên" and "quyền" may stand before it.
const LexiconMatch* title_at(const Reading& reading, std::size_t token);

// "chức vụ Trưởng Ban": is "vụ" at this token a part of "chức vụ", and does not begin "vụ trưởng"? "giữ chức Vụ
// trưởng".
bool is_word_for_office(const Reading& reading, std::size_t token);

// Every position from this token on, in order; titles without a body of their own have that of the next ("kiêm").
std::vector<ReadPosition> read_positions(const Reading& reading, std::size_t first);

// The body of a position that has none: itself, its short form in brackets, what it stands under.
void give_body(const Organization& body, Position& position);

// "Chủ tịch UBND xã Tòng Đậu, huyện Mai Châu": the units that the one at the end of the office lies in.
void take_larger_units(const Reading& reading, ReadPosition& read);

// "nguyên" before the title of a position, in its text too.
void put_before_title(const std::string& word, Position& position);

}  // namespace trichluc
