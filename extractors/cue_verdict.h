// What the verdicts of the money cues have in common, for the extractors that ask for it.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace trichluc {

// No sum beside such a word is aid, whatever else the word tells.
inline bool is_refusing_verdict(std::string_view verdict) {
  static constexpr std::string_view kRefusing[] = {"no",    "state", "share",    "lost",
                                                   "named", "loss",  "laid_out", "spent"};
  return std::find(std::begin(kRefusing), std::end(kRefusing), verdict) != std::end(kRefusing);
}

}  // namespace trichluc
