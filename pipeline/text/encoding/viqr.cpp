#include "pipeline/text/encoding/viqr.h"

#include <cstddef>

#include "pipeline/base/utf8.h"
#include "pipeline/text/syllable.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Mark mark_of_sign(char sign) {
  switch (sign) {
    case '^':
      return {Shape::kCircumflex, Tone::kNone};
    case '(':
      return {Shape::kBreve, Tone::kNone};
    case '+':
    case '*':
      return {Shape::kHorn, Tone::kNone};
    case '`':
      return {Shape::kNone, Tone::kHuyen};
    case '\'':
      return {Shape::kNone, Tone::kSac};
    case '?':
      return {Shape::kNone, Tone::kHoi};
    case '~':
      return {Shape::kNone, Tone::kNga};
    case '.':
      return {Shape::kNone, Tone::kNang};
    default:
      return {};
  }
}

// Letters and marks at the beginning of `text`, as far as they make letters of Vietnamese.
struct Read {
  std::u32string letters;
  std::size_t size = 0;  // bytes of the text
};

// Longer runs are no word; the bound keeps the work linear.
constexpr std::size_t kMostLetters = 12;

Read read_word(std::string_view text) {
  Read read;
  VietnameseLetter last;
  while (read.size < text.size() && read.letters.size() < kMostLetters) {
    const char c = text[read.size];
    if (is_ascii_letter(c)) {
      const bool stroke = (c == 'd' || c == 'D') && last.base == 'd' && last.shape == Shape::kNone;
      if (stroke) last.shape = Shape::kStroke;
      if (!stroke) last = take_apart(static_cast<char32_t>(c));
      if (stroke) read.letters.pop_back();
    } else {
      const Mark mark = mark_of_sign(c);
      // Shapes come before tones.
      const bool late = mark.shape != Shape::kNone && last.tone != Tone::kNone;
      const VietnameseLetter marked = mark.is_mark() && !late ? with_mark(last, mark) : VietnameseLetter{};
      if (!marked.is_letter()) break;
      last = marked;
      read.letters.pop_back();
    }
    read.letters.push_back(put_together(last));
    ++read.size;
  }
  return read;
}

Syllable judge(const std::u32string& letters) {
  SyllableLetters syllable;
  for (const char32_t letter : letters) syllable.add(letter);
  return syllable.judge();
}

std::size_t ascii_letters_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && is_ascii_letter(text[at])) ++at;
  return at - begin;
}

// The word at `at` goes to `out`; how many bytes it took.
std::size_t append_word(std::string& out, std::string_view text, std::size_t at) {
  Read read = read_word(text.substr(at));
  const bool cut = read.letters.size() == kMostLetters;
  while (!cut && read.size > 0) {
    const bool item = read.size == 2 && text[at + 1] == '.';  // "a." of a list
    if (!item && judge(read.letters) == Syllable::kMarked) {
      for (const char32_t letter : read.letters) append_utf8(out, letter);
      return read.size;
    }
    // A sign at the end may be punctuation.
    if (is_ascii_letter(text[at + read.size - 1])) break;
    read = read_word(text.substr(at, read.size - 1));
  }
  const std::size_t size = ascii_letters_at(text, at);
  out.append(text.substr(at, size));
  return size;
}

bool is_escaped(std::string_view text, std::size_t at) {
  constexpr std::string_view kEscaped = "^(+*`'?~.\\dD";
  return text[at] == '\\' && at + 1 < text.size() && kEscaped.find(text[at + 1]) != std::string_view::npos;
}

}  // namespace

std::string decode_viqr(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_letter(text[at])) {
      at += append_word(out, text, at);
    } else if (is_escaped(text, at)) {
      out.push_back(text[at + 1]);
      at += 2;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

}  // namespace trichluc::text
