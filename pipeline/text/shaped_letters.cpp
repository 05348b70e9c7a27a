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

  void add_in_word(char32_t value, std::size_t begin, std::size_t end) {
    letters_.push_back(
        {value, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), RepairKind::kNone, true});
  }

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

// A letter without marks behind it that is not just what it seems.
void add_single(LetterList& out, char32_t c, Span run) {
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

// Where what composes with the code point before `at` ends.
std::size_t end_of_run(std::string_view raw, std::size_t at, std::size_t end) {
  while (at < end) {
    const CodePoint point = code_point_at(raw, at);
    if (properties_of(point.value).starts_run) break;
    at += point.size;
  }
  return std::min(at, end);
}

// NFC letters of raw[stretch]; a letter made of base and marks leads to all of them.
void add_letters(LetterList& out, std::string_view raw, Span stretch) {
  const LetterProperties* tabled = tabled_letters();
  const auto ascii_at = [&](std::size_t at) { return at >= stretch.end || static_cast<unsigned char>(raw[at]) < 0x80; };
  for (std::size_t at = stretch.begin; at < stretch.end;) {
    const CodePoint point = code_point_at(raw, at);
    const std::size_t alone = at + point.size;
    const std::size_t next = ascii_at(alone) ? std::min(alone, stretch.end) : end_of_run(raw, alone, stretch.end);
    const bool plain = next == alone && point.value < kTabledLetters && tabled[point.value].as_it_stands;
    if (plain) {
      out.add_in_word(point.value, at, alone);
    } else if (next <= alone) {
      add_single(out, point.value, {at, next});
    } else {
      add_composed(out, raw, {at, next});
    }
    at = std::max(next, alone);
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
// on; not where it stands on the last vowel with a shape mark ("nước"), its only right place.
bool may_need_placing(const Letter* letters, std::size_t size) {
  std::size_t vowels = 0;
  std::size_t tones = 0;
  bool on_last_shape = false;
  for (std::size_t i = 0; i < size; ++i) {
    if (is_of_other_alphabet(letters[i].value)) return true;
    const VietnameseLetter letter = take_apart(letters[i].value);
    if (!is_vowel(letter)) continue;
    ++vowels;
    if (letter.shape != Shape::kNone) on_last_shape = letter.tone != Tone::kNone;
    tones += letter.tone != Tone::kNone ? 1U : 0U;
  }
  return vowels >= 2 && (tones > 1 || (tones == 1 && !on_last_shape));
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

// Puts the blanks between words that were glued together; they stand for no byte of the text as read.
void part_glued(std::vector<Letter>& letters) {
  std::u32string word;
  bool lower = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!letters[i].in_word) word.clear();
    if (!letters[i].in_word) continue;
    const bool capital = same_size_lower(letters[i].value) != letters[i].value;
    word.push_back(letters[i].value);
    const bool turns = capital && lower && word.size() > 1 && i + 1 < letters.size() && letters[i + 1].in_word;
    lower = !capital;
    if (!turns) continue;
    word.push_back(letters[i + 1].value);
    const bool glued = glued_at(word) == word.size() - 2;
    word.pop_back();
    if (!glued) continue;
    const std::uint32_t at = letters[i].begin;
    letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(i), {U' ', at, at, RepairKind::kGlued});
    word.clear();
  }
}

// Recognisers know no long dash and write a wave or a roof for it; between blanks it can be nothing else.
void mend_dashes(std::vector<Letter>& letters) {
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    const bool alone = (i == 0 || letters[i - 1].value == U' ') && letters[i + 1].value == U' ';
    if (alone && (letters[i].value == U'~' || letters[i].value == 0x2C6)) letters[i].value = U'-';
  }
}

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

bool breaks_at_hyphen(std::string_view raw, std::size_t end, Span next) {
  return end >= 2 && raw[end - 1] == '-' && is_word_byte(raw[end - 2]) && is_word_byte(raw[next.begin]);
}

std::vector<Letter> shaped_letters(std::string_view raw, const std::vector<Span>& lines, bool recognised) {
  std::size_t bytes = lines.size();
  for (const Span& line : lines) bytes += line.size();
  LetterList list(bytes);
  for (const Span& line : lines) {
    if (!list.empty() && !breaks_at_hyphen(raw, list.end(), line)) list.add(letter_of(U' ', {list.end(), line.begin}));
    add_letters(list, raw, line);
  }
  std::vector<Letter> letters = std::move(list).take();
  part_glued(letters);
  place_words(letters);
  if (recognised) mend_dashes(letters);
  return letters;
}

}  // namespace trichluc::text
