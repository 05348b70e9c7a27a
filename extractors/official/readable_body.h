// A body's name printed in capitals, as running text writes it: "UBND TỈNH HÒA BÌNH", "Ủy ban nhân dân tỉnh Hòa Bình".
#pragma once

#include <string>
#include <string_view>

#include "extractors/lexicon/dictionaries.h"

namespace trichluc {

// Capitals only where names are: the first word, fields of work ("Sở Ngoại vụ") and places. Slips of the recogniser in
// "tỉnh" before a province are mended.
std::string readable_body(const Dictionaries& dictionaries, std::string_view capitals);

// The province or city named last in it, or empty.
std::string place_in(const Dictionaries& dictionaries, std::string_view body);

}  // namespace trichluc
