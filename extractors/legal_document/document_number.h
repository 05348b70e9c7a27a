// The number of a legal document, as written: "58/2022/NĐ-CP", "19-CT/TW", "340/QĐ-UBND", or bare "19".
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extractors/reading.h"

namespace trichluc {

struct DocumentNumber {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::string text;     // without blanks
  std::string leading;  // "58"
  int year = 0;         // of "58/2022/NĐ-CP"; 0: none
  bool full = false;    // with the issuer's signs
};

std::optional<DocumentNumber> read_document_number(const Reading& reading, std::size_t first);

}  // namespace trichluc
