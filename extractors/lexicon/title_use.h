// What the column `use` of titles.tsv says of a title.
#pragma once

#include <string_view>

namespace trichluc {

// Does it say an office by itself, and is no word before, behind or between such ones?
inline bool says_office(std::string_view use) {
  return use.empty() || use == "alone" || use == "needs_body" || use == "village";
}

}  // namespace trichluc
