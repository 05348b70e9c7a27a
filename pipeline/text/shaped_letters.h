// From raw bytes to the letters that the rest of the program reads: NFC, damage of single letters repaired, tone marks
// in one placement, blanks, quotes and dashes unified. Each letter knows the bytes that gave it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/text/repair.h"

namespace trichluc::text {

// A letter, the raw bytes that gave it, and what had to be repaired for it.
struct Letter {
  char32_t value = 0;
  std::uint32_t begin = 0;  // the texts of a document stay below 4 GB
  std::uint32_t end = 0;
  RepairKind repair = RepairKind::kNone;
  bool in_word = false;
};

// The letters of some lines of `raw`, joined by a blank; no blank at either end and never two together. `recognised`:
// read from pixels.
std::vector<Letter> shaped_letters(std::string_view raw, const std::vector<Span>& lines, bool recognised = false);

// "12/2012/NĐ-" and "CP", "2014-" and "2017": a hyphen without blanks stands at `end`, where the line before ends.
bool breaks_at_hyphen(std::string_view raw, std::size_t end, Span next);

}  // namespace trichluc::text
