// Any text through layout, normalisation, the number scanner and all extractors. Whatever is read must lie inside the
// text, and its words must be the words of the source.
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "extractors/extract.h"
#include "pipeline/base/span.h"
#include "pipeline/base/utf8.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"

namespace {

using trichluc::Span;
using trichluc::text::NormalizedText;

// A page of a report has about 4,000 bytes; more only makes each try slower.
constexpr std::size_t kMostBytes = 1 << 16;

[[noreturn]] void finding(std::string_view what, std::string_view words) {
  std::cerr << what << ": \"" << words << "\"\n";
  std::abort();
}

const trichluc::Knowledge& knowledge() {
  static const auto loaded = trichluc::load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
  if (!loaded) finding(loaded.error().what.en, loaded.error().where);
  return *loaded;
}

// Readers hand on valid UTF-8 only.
std::string as_utf8(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto point = trichluc::code_point_at(bytes, at);
    trichluc::append_utf8(text, point.value);
    at += point.size;
  }
  return text;
}

// Line ends become blanks when lines are joined: they say nothing about the words.
std::string letters_of(std::string_view text) {
  std::string kept;
  for (const char c : trichluc::text::fold_to_ascii(text)) {
    if (c != ' ' && c != '\n' && c != '\t') kept += c;
  }
  return kept;
}

// A quote may take in what Unicode composes with its outer letters (stray marks, vowels of other scripts), never a
// letter or digit more.
bool is_quote_of(std::string_view quote, std::string_view words) {
  const std::string quoted = letters_of(quote);
  const std::string read = letters_of(words);
  const auto at = quoted.find(read);
  if (at == std::string::npos) return false;
  const std::string more = quoted.substr(0, at) + quoted.substr(at + read.size());
  return std::none_of(more.begin(), more.end(), [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
}

bool begins_code_point(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// The span lies inside the text, is not empty, and leads back to the words it was read from.
void check_span(const NormalizedText& text, Span span, std::string_view what) {
  if (span.empty() || span.end > text.folded().size()) finding("span outside the text", what);
  const Span raw = text.to_raw(span);
  if (raw.empty() || raw.end > text.raw().size()) finding("evidence outside the source", what);
  if (!begins_code_point(text.raw(), raw.begin) || !begins_code_point(text.raw(), raw.end)) {
    finding("evidence cuts a character", what);
  }
  const std::string quote{trichluc::slice(text.raw(), raw)};
  if (!is_quote_of(quote, trichluc::slice(text.folded(), span))) finding("evidence does not lead back", quote);
}

void check_paragraphs(const NormalizedText& text) {
  std::size_t last = 0;
  for (const auto& paragraph : text.paragraphs()) {
    if (paragraph.in_folded.begin < last || paragraph.in_folded.end > text.folded().size()) {
      finding("paragraph outside the text", "");
    }
    last = paragraph.in_folded.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  const std::string page = as_utf8({reinterpret_cast<const char*>(data), size});
  // The first byte chooses, so that both ways of joining lines are tried.
  const bool hard_wrapped = size > 0 && (data[0] & 1U) != 0;
  const NormalizedText text(trichluc::text::lay_out({{page, hard_wrapped, nullptr}}, knowledge().markers));
  check_paragraphs(text);
  const auto extraction = trichluc::extract(text, knowledge().dictionaries, {});
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
  return 0;
}
