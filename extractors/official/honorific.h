// Words before a name that are no office: "ông", "đồng chí TS.", "PGS.TS", "Đại tá".
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extractors/reading.h"

namespace trichluc {

struct Honorific {
  std::size_t last = 0;
  std::string name;  // "ông"; the first one said
  bool familiar = false;
  bool rank = false;  // "TS", "Đại tá" and nothing else
};

// From this token on, several in a row; nothing where none stands here.
std::optional<Honorific> read_honorifics(const Reading& reading, std::size_t first);

// False where the second token is past the end.
bool same_paragraph(const Reading& reading, std::size_t a, std::size_t b);

}  // namespace trichluc
