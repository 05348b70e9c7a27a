// Small texts with the real dictionaries, extracted and settled: what stands around a statement decides.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "extractors/extract.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc::test {

struct Part {
  text::Section section;
  std::string words;
};

inline Extraction read(const std::vector<Part>& parts, const Hints& hints = {}) {
  text::LaidOut laid_out;
  for (const Part& part : parts) {
    const std::size_t begin = laid_out.raw.size();
    laid_out.raw += part.words;
    laid_out.paragraphs.push_back({{{begin, laid_out.raw.size()}}, part.section});
    laid_out.raw += "\n";
  }
  return extract(text::NormalizedText(laid_out), real_dictionaries(), hints);
}

template <class T>
std::vector<T> facts(const Extraction& extraction) {
  std::vector<T> out;
  for (const Candidate& candidate : extraction.candidates) {
    if (const auto* fact = std::get_if<T>(&candidate.fact)) out.push_back(*fact);
  }
  return out;
}

}  // namespace trichluc::test
