// The text as the extractors read it, with the way back to every byte of the text as read.
//
//   raw     as in the source (all pages, see layout.h)
//   shaped  NFC, damage of single letters repaired (repair.h), tone marks in one placement (òa, ủy), lines of a
//           paragraph joined by one blank, one '\n' between paragraphs, typographic blanks, quotes and dashes unified;
//           letters keep their case
//   folded  shaped in lower case, byte for byte at the same offsets
//
// Immutable once made; many threads may read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/repair.h"
#include "pipeline/text/shaped_text.h"

namespace trichluc::text {

struct FoldedParagraph {
  Span in_folded;
  Section section = Section::kBody;
  bool recognised = false;  // read from pixels
  bool unmarked = false;    // Vietnamese typed without its marks (unmarked.h)
};

class NormalizedText {
 public:
  explicit NormalizedText(LaidOut laid_out);

  const std::string& raw() const { return raw_; }
  const std::string& shaped() const { return shaped_.text(); }
  const std::string& folded() const { return shaped_.folded(); }
  const std::vector<FoldedParagraph>& paragraphs() const { return paragraphs_; }

  // The smallest stretch of raw text that gave these folded bytes: to_raw of a word is the whole word, its combining
  // marks included. `in_folded` must lie inside folded().
  Span to_raw(Span in_folded) const { return shaped_.to_raw(in_folded); }

  // What was repaired, in the order of the text: the log of edits.
  const std::vector<Repair>& repairs() const { return shaped_.repairs(); }

  // The section of the paragraph that holds this offset of the folded text.
  Section section_at(std::size_t folded_offset) const;

 private:
  std::string raw_;
  ShapedText shaped_;
  std::vector<FoldedParagraph> paragraphs_;
};

// shaped and folded form of a short string (a dictionary form, a query): NFC, one tone placement, blanks unified.
std::string shape(std::string_view text);
std::string fold(std::string_view text);
// fold() of what is shaped already.
std::string fold_shaped(std::string_view shaped);
// fold() without any diacritics, đ as d: for comparing names and places loosely.
std::string fold_to_ascii(std::string_view text);
// One tone mark is easily taken for another; the letter below it is not. A folded word without its tone mark, and the
// mark as Unicode combines it (0: none).
struct Toneless {
  std::string letters;
  char32_t tone = 0;
};
Toneless without_tone(std::string_view folded);
// NFC and single blanks, nothing else changed: for derived fields of records.
std::string to_nfc(std::string_view text);

}  // namespace trichluc::text
