#include "extractors/token.h"

#include "pipeline/base/utf8.h"
#include "pipeline/text/letter_properties.h"
#include "pipeline/text/syllable.h"

namespace trichluc {
namespace {

// Vietnamese has five or six bytes a word with its blank; a guess too low costs a copy.
constexpr std::size_t kBytesOfAToken = 4;

// No sentence is so long: what has no stop for so many tokens is a list or a damaged text, and is cut here, so that a
// walk through a sentence is never one through a whole text.
constexpr std::size_t kLongestSentence = 600;

enum class CharClass : std::uint8_t { kBlank, kLetter, kDigit, kMark };

CharClass ask_class(char32_t c) {
  if (c == U' ' || c == U'\n' || c == U'\t') return CharClass::kBlank;
  if (c >= U'0' && c <= U'9') return CharClass::kDigit;
  if (c < 0x80) {
    const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return letter ? CharClass::kLetter : CharClass::kMark;
  }
  const text::LetterProperties properties = text::properties_of(c);
  return properties.letter || properties.mark ? CharClass::kLetter : CharClass::kMark;
}

// What the cutter asks of every code point, in two bytes.
struct CutTraits {
  CharClass char_class = CharClass::kMark;
  bool upper = false;
};

CutTraits ask_traits(char32_t c) {
  return {ask_class(c), text::properties_of(c).upper};
}

const CutTraits* tabled_traits() {
  static const std::vector<CutTraits> kTable = [] {
    std::vector<CutTraits> table;
    table.reserve(text::kTabledLetters);
    for (char32_t c = 0; c < text::kTabledLetters; ++c) table.push_back(ask_traits(c));
    return table;
  }();
  return kTable.data();
}

bool is_digit_at(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && text[at] >= '0' && text[at] <= '9';
}

// Cuts one stretch of text; both views are the whole texts, byte for byte alike.
class Cutter {
 public:
  Cutter(std::string_view shaped, std::string_view folded)
      : shaped_(shaped), folded_(folded), tabled_(tabled_traits()) {}

  void cut(Span stretch, std::vector<Token>& out) const {
    bool blank = true;
    for (std::size_t at = stretch.begin; at < stretch.end;) {
      const CodePoint point = code_point_at(shaped_, at);
      const CutTraits traits = traits_of(point.value);
      if (traits.char_class == CharClass::kBlank) {
        blank = true;
        at += point.size;
        continue;
      }
      Token& token = out.emplace_back();
      token.blank_before = blank;
      blank = false;
      if (traits.char_class == CharClass::kLetter) {
        take({at, end_of_word(at + point.size, stretch.end)}, TokenKind::kWord, token);
        token.capital = traits.upper;
        if (traits.upper) token.all_capitals = is_all_upper(token.shaped);
      } else if (traits.char_class == CharClass::kDigit) {
        take_number(at, stretch.end, token);
      } else {
        take({at, at + point.size}, TokenKind::kMark, token);
      }
      at = token.span.end;
    }
  }

 private:
  CutTraits traits_of(char32_t c) const { return c < text::kTabledLetters ? tabled_[c] : ask_traits(c); }

  void take(Span span, TokenKind kind, Token& token) const {
    token.span = span;
    token.folded = {folded_.data() + span.begin, span.size()};
    token.shaped = {shaped_.data() + span.begin, span.size()};
    token.kind = kind;
  }

  // Where the word goes on to, from behind its first letter. Letter by letter, those of Vietnamese by their bytes: they
  // are nearly all there are.
  std::size_t end_of_word(std::size_t at, std::size_t end) const {
    while (at < end) {
      const auto byte = static_cast<unsigned char>(shaped_[at]);
      if (byte < 0x80) {
        if (tabled_[byte].char_class != CharClass::kLetter) break;
        ++at;
      } else if (byte == 0xE1 && at + 2 < end && (shaped_[at + 1] & '\xFE') == '\xBA') {
        at += 3;  // U+1E80 to U+1EFF
      } else if (byte >= 0xC4 && byte <= 0xC6 && at + 1 < end) {
        at += 2;  // U+0100 to U+01BF
      } else {
        const CodePoint point = code_point_at(shaped_, at);
        if (traits_of(point.value).char_class != CharClass::kLetter) break;
        at += point.size;
      }
    }
    return at;
  }

  // Two letters or more, all of them capitals?
  bool is_all_upper(std::string_view word) const {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
      const CodePoint point = code_point_at(word, at);
      if (!traits_of(point.value).upper) return false;
      at += point.size;
    }
    return letters >= 2;
  }

  // Digits with single separators between them: "1.234,5", "13.11.2019".
  void take_number(std::size_t begin, std::size_t end, Token& token) const {
    std::size_t at = begin;
    while (at < end) {
      const bool separator = (shaped_[at] == '.' || shaped_[at] == ',') && is_digit_at(shaped_, at + 1, end);
      if (!separator && !is_digit_at(shaped_, at, end)) break;
      ++at;
    }
    take({begin, at}, TokenKind::kNumber, token);
  }

  std::string_view shaped_;
  std::string_view folded_;
  const CutTraits* tabled_;
};

bool ends_sentence(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::kMark) return false;
  const std::string_view mark = tokens[at].folded;
  if (mark == "!" || mark == "?") return true;
  if (mark != "." && mark != "…") return false;
  if (at + 1 >= tokens.size()) return true;
  const Token& next = tokens[at + 1];
  if (!next.blank_before) return false;
  const bool opens = next.capital || next.kind == TokenKind::kNumber || next.kind == TokenKind::kMark;
  if (!opens || at == 0) return opens;
  // "TP. Hồ Chí Minh", "KT. CHỦ TỊCH", "GS. TS", "1. Kết quả": an abbreviation or an item number, no end.
  const Token& last = tokens[at - 1];
  const bool short_capitals = last.all_capitals && count_code_points(last.folded) <= 2;
  const bool one_letter = last.capital && count_code_points(last.folded) == 1;
  // "Mr. Smith", "ThS. Nguyễn Văn A".
  const bool no_vowel = last.kind == TokenKind::kWord && last.capital && !last.all_capitals &&
                        last.folded.size() <= 3 &&
                        last.folded.find_first_not_of("bcdfghjklmnpqrstvwxz") == std::string_view::npos;
  const bool item_number = last.kind == TokenKind::kNumber && (at < 2 || tokens[at - 2].sentence != last.sentence);
  return !(short_capitals || one_letter || no_vowel || item_number);
}

}  // namespace

bool spells_vietnamese(const Token& word) {
  const text::Syllable least = word.unmarked ? text::Syllable::kStripped : text::Syllable::kPlain;
  return text::judge_syllable(word.folded) >= least;
}

TokenStream tokenize(const text::NormalizedText& text) {
  TokenStream stream;
  stream.tokens.reserve(text.folded().size() / kBytesOfAToken + 1);
  const Cutter cutter(text.shaped(), text.folded());
  for (std::size_t p = 0; p < text.paragraphs().size(); ++p) {
    const std::size_t first = stream.tokens.size();
    cutter.cut(text.paragraphs()[p].in_folded, stream.tokens);
    std::size_t sentence_first = first;
    const text::FoldedParagraph& paragraph = text.paragraphs()[p];
    for (std::size_t t = first; t < stream.tokens.size(); ++t) {
      Token& token = stream.tokens[t];
      token.paragraph = static_cast<std::uint32_t>(p);
      token.recognised = paragraph.recognised;
      token.unmarked = paragraph.unmarked;
      token.sentence = static_cast<std::uint32_t>(stream.sentences.size());
      const bool last = t + 1 == stream.tokens.size() || t + 1 - sentence_first >= kLongestSentence;
      if (last || ends_sentence(stream.tokens, t)) {
        stream.sentences.push_back({sentence_first, t + 1, p});
        sentence_first = t + 1;
      }
    }
  }
  return stream;
}

std::vector<Token> tokenize_folded(std::string_view folded) {
  std::vector<Token> tokens;
  Cutter(folded, folded).cut({0, folded.size()}, tokens);
  return tokens;
}

}  // namespace trichluc
