// The body behind a title: from its head word ("Sở", "Liên hiệp", "UBND") to the next mark, verb or person.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extractors/reading.h"

namespace trichluc {

struct Organization {
  std::size_t first = 0;  // tokens [first, last); a closing "(PACCOM)" included
  std::size_t last = 0;
  std::size_t name_last = 0;  // end of the name itself
  std::string name;           // slips of print mended where the name is known
  std::string abbreviation;   // "PACCOM" of "(PACCOM)"; empty: none
  std::string parent;         // "Sở Ngoại vụ" of "Hợp tác quốc tế (Sở Ngoại vụ)"; empty: none
  std::string under;          // "thuộc Liên hiệp X" behind the brackets; empty: none
  std::string place;          // "Hà Giang" of "Sở Ngoại vụ tỉnh Hà Giang"
};

// `headed`: the title itself named the body ("Trưởng ban …"), so its field may follow in lower case.
std::optional<Organization> read_organization(const Reading& reading, std::size_t first, bool headed);

// Of a table's cell, which the column before it does not belong to.
std::optional<Organization> read_organization_of_cell(const Reading& reading, std::size_t first);

// "… Mặt trận Lào xây dựng đất nước Sinlavong K.": a foreign name behind a long name of a body that a table knows.
bool foreign_name_behind_long_body(const Reading& reading, std::size_t at);

}  // namespace trichluc
