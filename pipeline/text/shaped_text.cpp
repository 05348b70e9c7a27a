#include "pipeline/text/shaped_text.h"

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"

namespace trichluc::text {

void ShapedText::reserve(std::size_t bytes) {
  text_.reserve(bytes);
  folded_.reserve(bytes);
  offsets_.reserve(bytes);
}

Span ShapedText::add(std::string_view raw, const std::vector<Span>& lines, bool recognised) {
  const std::size_t bytes = text_.size();
  const std::size_t repairs = repairs_.size();
  Paragraph paragraph;
  if (recognised || !add_words(raw, lines, paragraph)) {
    cut(bytes, repairs);
    paragraph = {};
    add_letters(shaped_letters(raw, lines, recognised), paragraph);
  }
  return paragraph.begun ? Span{paragraph.begin, text_.size()} : Span{bytes, bytes};
}

bool ShapedText::add_words(std::string_view raw, const std::vector<Span>& lines, Paragraph& paragraph) {
  Span run;  // words that stand, with single blanks between, and are not yet copied
  bool upper = false;
  const auto copy_run = [&](std::size_t next) {
    if (run.empty()) return;
    add_copied(raw, run, upper, paragraph);
    if (next > run.end) paragraph.blank = Span{run.end, run.end + 1};
    run = {};
  };
  for (const Span& line : lines) {
    if (paragraph.begun && !paragraph.blank) {
      const std::size_t end = offsets_.source_end(text_.size() - 1);
      if (!breaks_at_hyphen(raw, end, line)) paragraph.blank = Span{end, line.begin};
    }
    for (std::size_t at = line.begin; at < line.end;) {
      if (is_ascii_blank(raw[at])) {
        const bool single = !run.empty() && at == run.end && raw[at] == ' ';
        if (!single) copy_run(at);
        if (!single && paragraph.begun && !paragraph.blank) paragraph.blank = Span{at, at + 1};
        ++at;
        continue;
      }
      const LookedAt word = words_.look(raw, at, line.end);
      if (word.verdict == WordVerdict::kEntangled) return false;
      const bool stands = word.verdict == WordVerdict::kStands;
      if (!stands || word.has_upper != upper) copy_run(at);
      if (!stands) add_letters(shaped_letters(raw, {{at, word.end}}), paragraph);
      if (stands) run = {run.empty() ? at : run.begin, word.end};
      upper = stands && word.has_upper;
      at = word.end;
    }
    copy_run(line.end);
  }
  return true;
}

void ShapedText::add_copied(std::string_view raw, Span word, bool has_upper, Paragraph& paragraph) {
  before_letter(word.begin, paragraph);
  const std::size_t begin = text_.size();
  text_.append(slice(raw, word));
  folded_.append(slice(raw, word));
  offsets_.add(word.size(), word);
  if (has_upper) fold_from(begin);
}

void ShapedText::add_letters(const std::vector<Letter>& letters, Paragraph& paragraph) {
  for (const Letter& letter : letters) {
    before_letter(letter.begin, paragraph);
    const std::size_t begin = text_.size();
    append_utf8(text_, letter.value);
    append_utf8(folded_, same_size_lower(letter.value));
    offsets_.add(text_.size() - begin, {letter.begin, letter.end});
    if (letter.repair != RepairKind::kNone) log_repair({begin, text_.size()}, letter.repair);
  }
}

// What parts the letter from those before it: paragraphs a '\n', words a blank.
void ShapedText::before_letter(std::size_t raw_begin, Paragraph& paragraph) {
  if (paragraph.blank) {
    add_ascii(' ', *paragraph.blank);
    paragraph.blank.reset();
  }
  if (paragraph.begun) return;
  if (!text_.empty()) add_ascii('\n', {offsets_.source_end(text_.size() - 1), raw_begin});
  paragraph.begin = text_.size();
  paragraph.begun = true;
}

void ShapedText::add_ascii(char mark, Span raw) {
  text_.push_back(mark);
  folded_.push_back(mark);
  offsets_.add(1, raw);
}

// Puts the lower case of the letters from there on into folded_, which has the letters themselves.
void ShapedText::fold_from(std::size_t begin) {
  for (std::size_t at = begin; at < text_.size();) {
    const CodePoint point = code_point_at(text_, at);
    const char32_t lower = same_size_lower(point.value);
    if (lower != point.value) encode_utf8(lower, &folded_[at]);
    at += point.size;
  }
}

void ShapedText::cut(std::size_t bytes, std::size_t repairs) {
  text_.resize(bytes);
  folded_.resize(bytes);
  offsets_.cut(bytes);
  repairs_.resize(repairs);
}

// Neighbouring letters that were repaired for one reason are one edit.
void ShapedText::log_repair(Span letter, RepairKind kind) {
  if (!repairs_.empty() && repairs_.back().kind == kind && repairs_.back().in_folded.end == letter.begin) {
    repairs_.back().in_folded.end = letter.end;
  } else {
    repairs_.push_back({letter, kind});
  }
}

// A letter that was copied leads to all its bytes, whichever of them is asked for.
Span ShapedText::to_raw(Span span) const {
  if (span.empty()) return {};
  const auto goes_on = [this](std::size_t at) { return at < text_.size() && (text_[at] & '\xC0') == '\x80'; };
  while (span.begin > 0 && goes_on(span.begin)) --span.begin;
  while (goes_on(span.end)) ++span.end;
  return {offsets_.source_begin(span.begin), offsets_.source_end(span.end - 1)};
}

}  // namespace trichluc::text
