// Texts and tables for tests of what stands on normalised text.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

// One paragraph for each line of `raw`.
inline text::NormalizedText text_of(std::string_view raw) {
  text::LaidOut laid_out{std::string(raw), {}};
  for (std::size_t begin = 0; begin <= raw.size();) {
    const std::size_t end = std::min(raw.find('\n', begin), raw.size());
    if (end > begin) laid_out.paragraphs.push_back({{{begin, end}}, text::Section::kBody});
    begin = end + 1;
  }
  return text::NormalizedText(std::move(laid_out));
}

// The tables must be right: a test that needs an error calls Dictionaries::from_tables itself.
inline Dictionaries dictionaries_of(const std::map<std::string, std::string>& tables) {
  return std::move(Dictionaries::from_tables(tables).value());
}

}  // namespace trichluc
