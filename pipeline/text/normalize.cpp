#include "pipeline/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/tone_placement.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

// A shaped letter, the raw bytes that gave it, and what had to be repaired for it.
struct Letter {
  char32_t value;
  std::uint32_t begin = 0;  // of the raw bytes; the texts of a document stay below 4 GB
  std::uint32_t end = 0;
  RepairKind repair = RepairKind::kNone;
};

Letter letter_of(char32_t value, Span raw, RepairKind repair = RepairKind::kNone) {
  return {value, static_cast<std::uint32_t>(raw.begin), static_cast<std::uint32_t>(raw.end), repair};
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);  // ICU's own constant data: present wherever ICU is
}

bool is_blank(char32_t c) {
  return properties_of(c).blank;
}

// Marks that no reader sees: soft hyphen, zero-width blanks and joiners, direction marks, byte-order mark.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF;
}

// One form for marks that print alike, and ASCII for letters as wide as ideographs.
char32_t unified(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2033:
    case 0xAB:
    case 0xBB:
      return U'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return U'-';
    case 0x2044:
      return U'/';
    default:
      return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + U'!' : c;
  }
}

Letter unified_letter(char32_t c, Span run) {
  const char32_t meant = meant_letter(c);
  return letter_of(unified(meant), run, meant == c ? RepairKind::kNone : RepairKind::kLookAlike);
}

// Ligatures of print: fi, fl and the like.
std::u32string_view ligature(char32_t c) {
  constexpr std::u32string_view kLigatures[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl"};
  return c >= 0xFB00 && c <= 0xFB04 ? kLigatures[c - 0xFB00] : std::u32string_view();
}

// A base with marks that Unicode does not compose in this order.
bool append_in_any_order(std::vector<Letter>& out, const std::u32string& composed, Span run) {
  if (composed.size() < 2) return false;
  const char32_t letter = compose_in_any_order(composed);
  if (letter != 0) out.push_back(letter_of(letter, run, RepairKind::kMarkOrder));
  return letter != 0;
}

// A letter without marks behind it.
void append_single(std::vector<Letter>& out, char32_t c, Span run) {
  if (c < 0x80) {
    out.push_back(letter_of(c, run));
    return;
  }
  for (const char32_t part : ligature(c)) out.push_back(letter_of(part, run));
  const bool taken = is_invisible(c) || !ligature(c).empty();
  if (!taken) out.push_back(unified_letter(c, run));
}

// Appends the NFC letters of a base and its marks, all of them standing for the whole run.
void append_composed(std::vector<Letter>& out, std::string_view raw, Span run) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString nfc_run = nfc().normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(raw.data() + run.begin, static_cast<int32_t>(run.size()))), status);
  std::u32string composed;
  for (int32_t i = 0; i < nfc_run.length(); i = nfc_run.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(nfc_run.char32At(i));
    if (!is_invisible(c)) composed.push_back(c);
  }
  if (append_in_any_order(out, composed, run)) return;
  for (const char32_t c : composed) out.push_back(unified_letter(c, run));
}

// NFC letters of raw[stretch]; a letter made of base and marks leads to all of them.
void append_letters(std::vector<Letter>& out, std::string_view raw, Span stretch) {
  if (stretch.empty()) return;
  CodePoint point = code_point_at(raw, stretch.begin);
  for (std::size_t at = stretch.begin; at < stretch.end;) {
    const char32_t first = point.value;
    const std::size_t alone = at + point.size;
    std::size_t next = alone;
    while (next < stretch.end) {
      point = code_point_at(raw, next);
      if (properties_of(point.value).starts_run) break;
      next += point.size;
    }
    const Span run{at, std::min(next, stretch.end)};
    if (next == alone) {
      append_single(out, first, run);
    } else {
      append_composed(out, raw, run);
    }
    at = next;
  }
}

bool is_word_letter(char32_t c) {
  return properties_of(c).letter;
}

bool is_beyond_ascii(char32_t c) {
  return c >= 0x80;
}

// Repairs a word and moves its tone to the traditional place. Letters whose tone moves share their raw bytes.
void place_word(std::vector<Letter>& letters, std::size_t begin, std::u32string& word) {
  if (std::none_of(word.begin(), word.end(), is_beyond_ascii)) return;
  RepairKind repair = repair_look_alikes(word) ? RepairKind::kLookAlike : RepairKind::kNone;
  if (repair_tone_place(word)) repair = RepairKind::kTonePlace;
  for (std::size_t k = 0; repair != RepairKind::kNone && k < word.size(); ++k) {
    if (letters[begin + k].value != word[k]) letters[begin + k].repair = repair;
  }
  const std::u32string placed = traditional_tone(word);
  for (std::size_t k = 0; k < word.size(); ++k) letters[begin + k].value = placed[k];
}

void place_words(std::vector<Letter>& letters) {
  std::u32string word;
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    if (i < letters.size() && is_word_letter(letters[i].value)) {
      word.push_back(letters[i].value);
      continue;
    }
    if (word.size() >= 2) place_word(letters, i - word.size(), word);
    word.clear();
  }
}

// Runs of blanks to one blank; none at either end.
std::vector<Letter> with_single_blanks(const std::vector<Letter>& letters) {
  std::vector<Letter> out;
  out.reserve(letters.size());
  for (const Letter& letter : letters) {
    if (!is_blank(letter.value)) {
      out.push_back(letter);
    } else if (!out.empty() && out.back().value != U' ') {
      out.push_back({U' ', letter.begin, letter.end});
    }
  }
  if (!out.empty() && out.back().value == U' ') out.pop_back();
  return out;
}

// Lower case only where it keeps the size in bytes, so that shaped and folded share their offsets; this holds for every
// letter of Vietnamese, English and French.
char32_t same_size_lower(char32_t c) {
  const LetterProperties properties = properties_of(c);
  return properties.lower_is_as_long ? properties.lower : c;
}

std::vector<Letter> shaped_letters(std::string_view raw, const std::vector<Span>& lines) {
  std::vector<Letter> letters;
  for (const Span& line : lines) {
    if (!letters.empty()) letters.push_back(letter_of(U' ', {letters.back().end, line.begin}));
    append_letters(letters, raw, line);
  }
  letters = with_single_blanks(letters);
  place_words(letters);
  return letters;
}

// Recognisers know no long dash and write a wave or a roof for it; between blanks it can be nothing else.
void mend_dashes(std::vector<Letter>& letters) {
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    const bool alone = (i == 0 || letters[i - 1].value == U' ') && letters[i + 1].value == U' ';
    if (alone && (letters[i].value == U'~' || letters[i].value == 0x2C6)) letters[i].value = U'-';
  }
}

std::string to_utf8(const std::vector<Letter>& letters) {
  std::string out;
  for (const Letter& letter : letters) append_utf8(out, letter.value);
  return out;
}

std::string lower_same_size(std::string_view shaped) {
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

NormalizedText::NormalizedText(LaidOut laid_out) : raw_(std::move(laid_out.raw)) {
  shaped_.reserve(raw_.size());
  raw_begin_.reserve(raw_.size());
  raw_end_.reserve(raw_.size());
  for (const Paragraph& paragraph : laid_out.paragraphs) {
    std::vector<Letter> letters = shaped_letters(raw_, paragraph.lines);
    if (letters.empty()) continue;
    if (paragraph.recognised) mend_dashes(letters);
    if (!shaped_.empty()) {
      shaped_.push_back('\n');
      raw_begin_.push_back(raw_end_.back());
      raw_end_.push_back(letters.front().begin);
    }
    const std::size_t begin = shaped_.size();
    for (const Letter& letter : letters) {
      if (letter.repair != RepairKind::kNone) log_repair(letter.value, letter.repair);
      append_utf8(shaped_, letter.value);
      raw_begin_.resize(shaped_.size(), letter.begin);
      raw_end_.resize(shaped_.size(), letter.end);
    }
    paragraphs_.push_back({{begin, shaped_.size()}, paragraph.section, paragraph.recognised});
  }
  folded_ = lower_same_size(shaped_);
}

// Neighbouring letters that were repaired for one reason are one edit.
void NormalizedText::log_repair(char32_t letter, RepairKind kind) {
  std::string bytes;
  append_utf8(bytes, letter);
  const Span span{shaped_.size(), shaped_.size() + bytes.size()};
  if (!repairs_.empty() && repairs_.back().kind == kind && repairs_.back().in_folded.end == span.begin) {
    repairs_.back().in_folded.end = span.end;
  } else {
    repairs_.push_back({span, kind});
  }
}

Span NormalizedText::to_raw(Span in_folded) const {
  if (in_folded.empty()) return {};
  return {raw_begin_[in_folded.begin], raw_end_[in_folded.end - 1]};
}

Section NormalizedText::section_at(std::size_t folded_offset) const {
  const auto after =
      std::upper_bound(paragraphs_.begin(), paragraphs_.end(), folded_offset,
                       [](std::size_t at, const FoldedParagraph& p) { return at < p.in_folded.begin; });
  return after == paragraphs_.begin() ? Section::kBody : (after - 1)->section;
}

std::string shape(std::string_view text) {
  return to_utf8(shaped_letters(text, {{0, text.size()}}));
}

std::string fold(std::string_view text) {
  return lower_same_size(shape(text));
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
  std::vector<Letter> letters;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = nfc().normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), status);
  for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    letters.push_back({static_cast<char32_t>(composed.char32At(i))});
  }
  return to_utf8(with_single_blanks(letters));
}

}  // namespace trichluc::text
