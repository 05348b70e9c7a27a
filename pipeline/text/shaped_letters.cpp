#include "pipeline/text/shaped_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/tone_placement.h"

namespace trichluc::text {
namespace {

Letter letter_of(char32_t value, Span raw, RepairKind repair = RepairKind::kNone) {
  return {value, static_cast<std::uint32_t>(raw.begin), static_cast<std::uint32_t>(raw.end), repair,
          properties_of(value).letter};
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);  // ICU's own constant data: present wherever ICU is
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

// Adds letters one by one; runs of blanks become one blank, none at the beginning.
class LetterList {
 public:
  explicit LetterList(std::size_t most) { letters_.reserve(most); }

  // A letter that is no blank for sure.
  void add_visible(const Letter& letter) { letters_.push_back(letter); }

  void add(const Letter& letter) {
    if (!properties_of(letter.value).blank) {
      letters_.push_back(letter);
    } else if (!letters_.empty() && letters_.back().value != U' ') {
      letters_.push_back({U' ', letter.begin, letter.end});
    }
  }

  bool empty() const { return letters_.empty(); }
  std::uint32_t end() const { return letters_.back().end; }

  std::vector<Letter> take() && {
    if (!letters_.empty() && letters_.back().value == U' ') letters_.pop_back();
    return std::move(letters_);
  }

 private:
  std::vector<Letter> letters_;
};

// A letter without marks behind it; most are what they seem.
void add_single(LetterList& out, char32_t c, const LetterProperties& properties, Span run) {
  if (properties.letter && c < kTabledLetters && meant_letter(c) == c) {
    out.add_visible(
        {c, static_cast<std::uint32_t>(run.begin), static_cast<std::uint32_t>(run.end), RepairKind::kNone, true});
    return;
  }
  if (c < 0x80) {
    out.add(letter_of(c, run));
    return;
  }
  for (const char32_t part : ligature(c)) out.add(letter_of(part, run));
  const bool taken = is_invisible(c) || !ligature(c).empty();
  if (!taken) out.add(unified_letter(c, run));
}

// The NFC letters of a base and its marks, all of them standing for the whole run.
void add_composed(LetterList& out, std::string_view raw, Span run) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString nfc_run = nfc().normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(raw.data() + run.begin, static_cast<int32_t>(run.size()))), status);
  std::u32string composed;
  for (int32_t i = 0; i < nfc_run.length(); i = nfc_run.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(nfc_run.char32At(i));
    if (!is_invisible(c)) composed.push_back(c);
  }
  // A base with marks that Unicode does not compose in this order.
  if (composed.size() >= 2) {
    if (const char32_t letter = compose_in_any_order(composed); letter != 0) {
      out.add(letter_of(letter, run, RepairKind::kMarkOrder));
      return;
    }
  }
  for (const char32_t c : composed) out.add(unified_letter(c, run));
}

// NFC letters of raw[stretch]; a letter made of base and marks leads to all of them.
void add_letters(LetterList& out, std::string_view raw, Span stretch) {
  if (stretch.empty()) return;
  CodePoint point = code_point_at(raw, stretch.begin);
  LetterProperties properties = properties_of(point.value);
  for (std::size_t at = stretch.begin; at < stretch.end;) {
    const char32_t first = point.value;
    const LetterProperties of_first = properties;
    const std::size_t alone = at + point.size;
    std::size_t next = alone;
    while (next < stretch.end) {
      point = code_point_at(raw, next);
      properties = properties_of(point.value);
      if (properties.starts_run) break;
      next += point.size;
    }
    const Span run{at, std::min(next, stretch.end)};
    if (next == alone) {
      add_single(out, first, of_first, run);
    } else {
      add_composed(out, raw, run);
    }
    at = next;
  }
}

// Repairs a word and moves its tone to the traditional place. Letters whose tone moves share their raw bytes.
void place_word(Letter* letters, std::u32string& word) {
  RepairKind repair = repair_look_alikes(word) ? RepairKind::kLookAlike : RepairKind::kNone;
  if (repair_tone_place(word)) repair = RepairKind::kTonePlace;
  for (std::size_t k = 0; repair != RepairKind::kNone && k < word.size(); ++k) {
    if (letters[k].value != word[k]) letters[k].repair = repair;
  }
  place_tone(word);
  for (std::size_t k = 0; k < word.size(); ++k) letters[k].value = word[k];
}

// Can anything be wrong with the word? Only where an alphabet is mixed in, or a tone has more vowels than one to stand
// on.
bool may_need_placing(const Letter* letters, std::size_t size) {
  std::size_t vowels = 0;
  bool toned = false;
  bool other_alphabet = false;
  for (std::size_t i = 0; i < size; ++i) {
    const VietnameseLetter letter = take_apart(letters[i].value);
    vowels += is_vowel(letter) ? 1U : 0U;
    toned = toned || letter.tone != Tone::kNone;
    other_alphabet = other_alphabet || is_of_other_alphabet(letters[i].value);
  }
  return other_alphabet || (toned && vowels >= 2);
}

void place_words(std::vector<Letter>& letters) {
  std::u32string word;
  for (std::size_t begin = 0; begin < letters.size();) {
    std::size_t end = begin;
    bool beyond_ascii = false;
    for (; end < letters.size() && letters[end].in_word; ++end) {
      beyond_ascii = beyond_ascii || letters[end].value >= 0x80;
    }
    if (end - begin >= 2 && beyond_ascii && may_need_placing(&letters[begin], end - begin)) {
      word.clear();
      for (std::size_t k = begin; k < end; ++k) word.push_back(letters[k].value);
      place_word(&letters[begin], word);
    }
    begin = end + 1;
  }
}

// Recognisers know no long dash and write a wave or a roof for it; between blanks it can be nothing else.
void mend_dashes(std::vector<Letter>& letters) {
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    const bool alone = (i == 0 || letters[i - 1].value == U' ') && letters[i + 1].value == U' ';
    if (alone && (letters[i].value == U'~' || letters[i].value == 0x2C6)) letters[i].value = U'-';
  }
}

}  // namespace

namespace {

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// "12/2012/NĐ-" and "CP", "2014-" and "2017": a hyphen without blanks stands at the end of the line before.
bool breaks_at_hyphen(std::string_view raw, std::size_t end, Span next) {
  return end >= 2 && raw[end - 1] == '-' && is_word_byte(raw[end - 2]) && is_word_byte(raw[next.begin]);
}

}  // namespace

std::vector<Letter> shaped_letters(std::string_view raw, const std::vector<Span>& lines, bool recognised) {
  std::size_t bytes = lines.size();
  for (const Span& line : lines) bytes += line.size();
  LetterList list(bytes);
  for (const Span& line : lines) {
    if (!list.empty() && !breaks_at_hyphen(raw, list.end(), line)) list.add(letter_of(U' ', {list.end(), line.begin}));
    add_letters(list, raw, line);
  }
  std::vector<Letter> letters = std::move(list).take();
  place_words(letters);
  if (recognised) mend_dashes(letters);
  return letters;
}

}  // namespace trichluc::text
