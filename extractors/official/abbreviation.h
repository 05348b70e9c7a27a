// Short names that the document itself defines: "Ủy ban Công tác về … (Ủy ban)", "Ủy ban nhân dân (UBND)".
#pragma once

#include <string>
#include <vector>

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

struct Abbreviation {
  std::string folded;    // "ủy ban"
  std::string full;      // "Ủy ban Công tác về các tổ chức phi chính phủ nước ngoài"
  bool within = false;   // stands for words within a body's name: "Ủy ban Công tác về các TCPCPNN"
  bool foreign = false;  // letters that are no first letters of the name: "UNESCO"
};

// Those that the text defines in brackets; where one of the persons has a body of few words, also bodies that are the
// only one of their head word.
std::vector<Abbreviation> find_abbreviations(const Reading& reading, const std::vector<Mention>& mentions);

// Writes out the bodies of the positions that are such a short name, alone or before a place ("UBND tỉnh").
void expand(const std::vector<Abbreviation>& abbreviations, std::vector<Mention>& mentions);

}  // namespace trichluc
