// What must hold of anything that is read from any text: every span lies inside the text and leads back to the words of
// the source, and every digit of the text has one line in the ledger of numbers where there is one.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "extractors/extract.h"
#include "pipeline/base/span.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc::fuzz {

using text::NormalizedText;

[[noreturn]] inline void finding(std::string_view what, std::string_view words) {
  std::cerr << what << ": \"" << words << "\"\n";
  std::abort();
}

// Line ends become blanks when lines are joined: they say nothing about the words.
inline std::string letters_of(std::string_view text) {
  std::string kept;
  for (const char c : text::fold_to_ascii(text)) {
    if (c != ' ' && c != '\n' && c != '\t') kept += c;
  }
  return kept;
}

// A quote may take in what Unicode composes with its outer letters (stray marks, vowels of other scripts), never a
// letter or digit more.
inline bool is_quote_of(std::string_view quote, std::string_view words) {
  const std::string quoted = letters_of(quote);
  const std::string read = letters_of(words);
  const auto at = quoted.find(read);
  if (at == std::string::npos) return false;
  const std::string more = quoted.substr(0, at) + quoted.substr(at + read.size());
  return std::none_of(more.begin(), more.end(), [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
}

// Lines of a page's foot and head between two halves of a statement belong to the quote and not to what was read.
inline bool is_quote_but_for_lines(std::string_view quote, std::string_view words) {
  const std::string read = letters_of(words);
  std::size_t at = 0;
  for (std::size_t begin = 0; begin < quote.size();) {
    const std::size_t end = std::min(quote.find('\n', begin), quote.size());
    const std::string line = letters_of(quote.substr(begin, end - begin));
    if (read.compare(at, line.size(), line) == 0) at += line.size();
    begin = end + 1;
  }
  return at == read.size();
}

inline bool begins_code_point(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// The span lies inside the text, is not empty, and leads back to the words it was read from.
inline void check_span(const NormalizedText& text, Span span, std::string_view what) {
  if (span.empty() || span.end > text.folded().size()) finding("span outside the text", what);
  const Span raw = text.to_raw(span);
  if (raw.empty() || raw.end > text.raw().size()) finding("evidence outside the source", what);
  if (!begins_code_point(text.raw(), raw.begin) || !begins_code_point(text.raw(), raw.end)) {
    finding("evidence cuts a character", what);
  }
  const std::string quote{slice(text.raw(), raw)};
  const std::string_view words = slice(text.folded(), span);
  if (!is_quote_of(quote, words) && !is_quote_but_for_lines(quote, words))
    finding("evidence does not lead back", quote);
}

inline void check_extraction(const NormalizedText& text, const Extraction& extraction) {
  for (const auto& candidate : extraction.candidates) {
    check_span(text, candidate.span, candidate.rule);
    for (const Span restated : candidate.restated) check_span(text, restated, candidate.rule);
    for (const auto& inference : candidate.inferred) {
      if (inference.from.end > text.folded().size()) finding("inference outside the text", inference.field);
    }
  }
  for (const auto& rejection : extraction.rejections) {
    if (rejection.span.end > text.folded().size()) finding("rejection outside the text", rejection.rule);
  }
}

// Lines in order, none over another, each digit under one.
inline void check_ledger(const NormalizedText& text, const Extraction& extraction) {
  const std::string& folded = text.folded();
  std::size_t at = 0;
  const auto no_digit_before = [&](std::size_t end) {
    for (; at < end; ++at) {
      if (folded[at] >= '0' && folded[at] <= '9') finding("a digit without a line", folded.substr(at, 40));
    }
  };
  for (const NumberLine& line : extraction.numbers) {
    if (line.span.begin < at) finding("two lines for a number", line.rule);
    if (line.candidate && *line.candidate >= extraction.candidates.size()) finding("a line of no record", line.rule);
    check_span(text, line.span, line.rule);
    no_digit_before(line.span.begin);
    at = line.span.end;
  }
  no_digit_before(folded.size());
}

}  // namespace trichluc::fuzz
