#include "pipeline/text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/shaper.h"
#include "pipeline/text/unmarked.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);  // ICU's own constant data: present wherever ICU is
}

void append_without_marks(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  if (const VietnameseLetter letter = take_apart(c); letter.is_letter()) {
    append_utf8(out, put_together({letter.base, letter.upper, Shape::kNone, Tone::kNone}));
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString parts;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (nfd->getDecomposition(static_cast<UChar32>(c), parts) == 0) parts = static_cast<UChar32>(c);
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(parts.char32At(i));
    if (!properties_of(part).mark) append_utf8(out, part);
  }
}

}  // namespace

NormalizedText::NormalizedText(LaidOut laid_out) : raw_(std::move(laid_out.raw)), shaped_(std::move(laid_out.shaped)) {
  const bool done = !shaped_.text().empty();
  if (!done) shaped_.reserve(raw_.size());
  for (const Paragraph& paragraph : laid_out.paragraphs) {
    const Span span = done ? paragraph.in_shaped : shaped_.add(raw_, paragraph.lines, paragraph.recognised);
    if (!span.empty()) paragraphs_.push_back({span, paragraph.section, paragraph.recognised});
  }
  std::vector<Span> spans;
  spans.reserve(paragraphs_.size());
  for (const FoldedParagraph& paragraph : paragraphs_) spans.push_back(paragraph.in_folded);
  const std::vector<bool> unmarked = unmarked_paragraphs(shaped_.text(), spans);
  for (std::size_t p = 0; p < unmarked.size(); ++p) paragraphs_[p].unmarked = unmarked[p];
}

Section NormalizedText::section_at(std::size_t folded_offset) const {
  const auto after = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), folded_offset,
                                      [](std::size_t at, const FoldedParagraph& p) { return at < p.in_folded.begin; });
  return after == paragraphs_.begin() ? Section::kBody : (after - 1)->section;
}

bool Shaper::stands(std::string_view text, bool small) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= '\0' && text[at] <= ' ') return false;
    const LookedAt word = words_.look(text, at, text.size());
    if (word.verdict != WordVerdict::kStands || (small && word.has_upper)) return false;
    if (word.end == text.size()) return true;
    if (text[word.end] != ' ') return false;
    at = word.end + 1;
  }
  return text.empty();
}

std::string Shaper::shape(std::string_view text) {
  if (is_shaped(text)) return std::string(text);
  ShapedText shaped;
  shaped.add(text, {{0, text.size()}}, false);
  return shaped.text();
}

std::string shape(std::string_view text) {
  return Shaper().shape(text);
}

std::string fold(std::string_view text) {
  if (Shaper().is_shaped(text)) return fold_shaped(text);
  ShapedText shaped;
  shaped.add(text, {{0, text.size()}}, false);
  return shaped.folded();
}

std::string fold_shaped(std::string_view shaped) {
  std::string out;
  out.reserve(shaped.size());
  for (std::size_t at = 0; at < shaped.size();) {
    const CodePoint point = code_point_at(shaped, at);
    if (point.value < 0x80) {
      const char c = shaped[at];
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    } else if (point.value == 0xFFFD && point.size == 1) {
      out.push_back(shaped[at]);
    } else {
      append_utf8(out, same_size_lower(point.value));
    }
    at += point.size;
  }
  return out;
}

std::string fold_to_ascii(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    at += point.size;
    append_without_marks(out, point.value);
  }
  return out;
}

Toneless without_tone(std::string_view folded) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decomposed = icu::Normalizer2::getNFDInstance(status)->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(folded.data(), static_cast<int32_t>(folded.size()))), status);
  Toneless result;
  icu::UnicodeString kept;
  for (int32_t i = 0; i < decomposed.length(); ++i) {
    const char16_t c = decomposed.charAt(i);
    const bool tone = c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
    if (tone) {
      result.tone = c;
    } else {
      kept.append(c);
    }
  }
  nfc().normalize(kept, status).toUTF8String(result.letters);
  return result;
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  std::string composed;
  if (nfc().isNormalizedUTF8(piece, status)) {
    composed = text;
  } else {
    icu::StringByteSink<std::string> sink(&composed);
    nfc().normalizeUTF8(0, piece, sink, nullptr, status);
  }
  std::string out;
  out.reserve(composed.size());
  for (std::size_t at = 0; at < composed.size();) {
    const CodePoint point = code_point_at(composed, at);
    if (!properties_of(point.value).blank) {
      append_utf8(out, point.value);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
    at += point.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace trichluc::text
