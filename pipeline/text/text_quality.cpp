#include "pipeline/text/text_quality.h"

#include <unicode/uchar.h>

#include "pipeline/base/utf8.h"
#include "pipeline/text/syllable.h"

namespace trichluc::text {
namespace {

enum class Kind { kBlank, kBreak, kLetter, kDigit, kSymbol, kIgnored, kDamaged };

Kind kind_of_ascii(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Kind::kLetter;
  if (c >= U'0' && c <= U'9') return Kind::kDigit;
  if (c == U' ' || (c >= 0x09 && c <= 0x0D)) return Kind::kBlank;
  return c < 0x20 || c == 0x7F ? Kind::kDamaged : Kind::kBreak;
}

// What stands between words. Signs of the Latin-1 block are none: where they stand inside a word, letters of another
// encoding were meant ("c«ng").
bool breaks_words(char32_t c) {
  return (c >= 0x2010 && c <= 0x2027) || c == 0x2039 || c == 0x203A || c == 0x2212;
}

Kind kind_of(char32_t c) {
  if (c < 0x80) return kind_of_ascii(c);
  if (take_apart(c).is_letter() || mark_of(c).is_mark()) return Kind::kLetter;
  if (breaks_words(c)) return Kind::kBreak;
  if (c == 0xFFFD) return Kind::kDamaged;
  if ((c >= 0x200B && c <= 0x200F) || c == 0xFEFF) return Kind::kIgnored;
  const auto point = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(point) != 0) return Kind::kBlank;
  switch (u_charType(point)) {
    case U_CONTROL_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
    case U_SURROGATE:
      return Kind::kDamaged;
    case U_DECIMAL_DIGIT_NUMBER:
      return Kind::kDigit;
    default:
      return u_isalpha(point) != 0 ? Kind::kLetter : Kind::kSymbol;
  }
}

class Meter {
 public:
  void add(char32_t c) {
    const Kind kind = kind_of(c);
    if (kind == Kind::kIgnored) return;
    if (kind == Kind::kBlank || kind == Kind::kBreak) {
      end_word();
      quality_.code_points += kind == Kind::kBreak ? 1U : 0U;
      return;
    }
    ++quality_.code_points;
    quality_.letters += kind == Kind::kLetter ? 1U : 0U;
    quality_.digits += kind == Kind::kDigit ? 1U : 0U;
    quality_.damaged += kind == Kind::kDamaged ? 1U : 0U;
    has_letter_ = has_letter_ || kind == Kind::kLetter;
    has_digit_ = has_digit_ || kind == Kind::kDigit;
    all_capitals_ = all_capitals_ && c >= U'A' && c <= U'Z';
    if (c >= 0x80) note_beyond_ascii(c);
    after_small_ = (c >= U'a' && c <= U'z') || (c >= 0x80 && !take_apart(c).upper && !mark_of(c).is_mark());
    syllable_.add(c);
  }

  TextQuality finish() {
    end_word();
    return quality_;
  }

 private:
  void note_beyond_ascii(char32_t c) {
    accented_ = true;
    odd_capital_ = odd_capital_ || (after_small_ && take_apart(c).upper);
  }

  void end_word() {
    if (has_letter_ || has_digit_) ++quality_.words;
    if (has_letter_ && !has_digit_) judge_word();
    syllable_.clear();
    has_letter_ = false;
    has_digit_ = false;
    all_capitals_ = true;
    accented_ = false;
    after_small_ = false;
    odd_capital_ = false;
  }

  void judge_word() {
    constexpr std::size_t kLongestAbbreviation = 6;
    const Syllable kind = odd_capital_ ? Syllable::kNone : syllable_.judge();
    const bool single = syllable_.size() == 1 && kind != Syllable::kMarked;
    const bool abbreviation = all_capitals_ && kind == Syllable::kNone && syllable_.size() <= kLongestAbbreviation;
    if (single || abbreviation) return;
    ++quality_.letter_words;
    quality_.accented += accented_ ? 1U : 0U;
    quality_.syllables += kind >= Syllable::kPlain ? 1U : 0U;
    quality_.marked += kind == Syllable::kMarked ? 1U : 0U;
    quality_.stripped += kind == Syllable::kStripped ? 1U : 0U;
  }

  TextQuality quality_;
  SyllableLetters syllable_;
  bool has_letter_ = false;
  bool has_digit_ = false;
  bool all_capitals_ = true;
  bool accented_ = false;
  bool after_small_ = false;  // the letter before is a small one
  bool odd_capital_ = false;  // a capital beyond ASCII behind a small letter
};

}  // namespace

TextQuality measure_text(std::string_view utf8) {
  Meter meter;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    meter.add(point.value);
    at += point.size;
  }
  return meter.finish();
}

}  // namespace trichluc::text
