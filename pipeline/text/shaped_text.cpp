#include "pipeline/text/shaped_text.h"

#include <numeric>

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/shaped_letters.h"

namespace trichluc::text {

void ShapedText::reserve(std::size_t bytes) {
  text_.reserve(bytes);
  folded_.reserve(bytes);
  raw_begin_.reserve(bytes);
  raw_end_.reserve(bytes);
}

Span ShapedText::add(std::string_view raw, const std::vector<Span>& lines, bool recognised) {
  const std::vector<Letter> letters = shaped_letters(raw, lines, recognised);
  if (letters.empty()) return {text_.size(), text_.size()};
  if (!text_.empty()) {
    text_.push_back('\n');
    folded_.push_back('\n');
    raw_begin_.push_back(raw_end_.back());
    raw_end_.push_back(letters.front().begin);
  }
  const std::size_t begin = text_.size();
  resize(std::accumulate(letters.begin(), letters.end(), begin,
                         [](std::size_t bytes, const Letter& letter) { return bytes + size_in_utf8(letter.value); }));
  std::size_t at = begin;
  for (const Letter& letter : letters) {
    const std::size_t end = at + encode_utf8(letter.value, &text_[at]);
    encode_utf8(same_size_lower(letter.value), &folded_[at]);
    if (letter.repair != RepairKind::kNone) log_repair({at, end}, letter.repair);
    for (; at < end; ++at) {
      raw_begin_[at] = letter.begin;
      raw_end_[at] = letter.end;
    }
  }
  return {begin, at};
}

void ShapedText::resize(std::size_t bytes) {
  text_.resize(bytes);
  folded_.resize(bytes);
  raw_begin_.resize(bytes);
  raw_end_.resize(bytes);
}

// Neighbouring letters that were repaired for one reason are one edit.
void ShapedText::log_repair(Span letter, RepairKind kind) {
  if (!repairs_.empty() && repairs_.back().kind == kind && repairs_.back().in_folded.end == letter.begin) {
    repairs_.back().in_folded.end = letter.end;
  } else {
    repairs_.push_back({letter, kind});
  }
}

Span ShapedText::to_raw(Span span) const {
  if (span.empty()) return {};
  return {raw_begin_[span.begin], raw_end_[span.end - 1]};
}

}  // namespace trichluc::text
