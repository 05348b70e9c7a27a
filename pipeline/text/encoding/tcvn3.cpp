#include "pipeline/text/encoding/tcvn3.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "pipeline/base/span.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/syllable.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

// A run of Vietnamese letters and how its capitals stand.
struct Word {
  Span span;
  std::size_t ascii_capitals = 0;
  bool ascii_small = false;
  bool marked_small = false;         // a small letter with marks
  bool capital_after_small = false;  // an ASCII capital behind one
  bool capitals = false;             // the verdict
};

Word word_at(std::string_view text, std::size_t at) {
  Word word;
  word.span = {at, at};
  while (word.span.end < text.size()) {
    const CodePoint point = code_point_at(text, word.span.end);
    const VietnameseLetter letter = take_apart(point.value);
    if (!letter.is_letter()) break;
    const bool ascii = point.value < 0x80;
    word.ascii_capitals += ascii && letter.upper ? 1U : 0U;
    word.ascii_small = word.ascii_small || (ascii && !letter.upper);
    word.capital_after_small = word.capital_after_small || (ascii && letter.upper && word.marked_small);
    word.marked_small = word.marked_small || (!ascii && !letter.upper);
    word.span.end += point.size;
  }
  return word;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const Word word = word_at(text, at);
    if (!word.span.empty()) words.push_back(word);
    at = word.span.empty() ? at + code_point_at(text, at).size : word.span.end;
  }
  return words;
}

// "Hồ" is a name and not a word in capitals, unless its neighbour is one.
void judge_capitals(std::vector<Word>& words) {
  for (Word& word : words) {
    word.capitals = !word.ascii_small && word.marked_small && (word.ascii_capitals >= 2 || word.capital_after_small);
  }
  const auto is_open = [](const Word& word) {
    return !word.ascii_small && word.marked_small && word.ascii_capitals == 1;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool before = i > 0 && words[i - 1].capitals;
    const bool after = i + 1 < words.size() && words[i + 1].capitals;
    if (is_open(words[i]) && (before || after)) words[i].capitals = true;
  }
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return take_apart(code_point_at(text, at).value).is_letter();
}

std::size_t word_begin(std::string_view text, std::size_t at) {
  while (at > 0) {
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
    if (!is_letter_at(text, before)) break;
    at = before;
  }
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter_at(text, at)) at += code_point_at(text, at).size;
  return at;
}

}  // namespace

std::string in_capitals(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    VietnameseLetter letter = take_apart(point.value);
    letter.upper = true;
    append_utf8(out, letter.is_letter() ? put_together(letter) : point.value);
    at += point.size;
  }
  return out;
}

std::string with_lost_capitals(std::string_view text) {
  std::vector<Word> words = words_of(text);
  judge_capitals(words);
  std::string out;
  std::size_t kept = 0;
  for (const Word& word : words) {
    if (!word.capitals) continue;
    out.append(text.substr(kept, word.span.begin - kept));
    out += in_capitals(slice(text, word.span));
    kept = word.span.end;
  }
  out.append(text.substr(kept));
  return out;
}

std::string with_lost_u_horn(std::string_view text) {
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    const std::size_t begin = std::max(word_begin(text, at), kept);
    const std::string_view left = text.substr(begin, at - begin);
    const std::string_view right = text.substr(at + 1, word_end(text, at + 1) - at - 1);
    if (left.empty() && right.empty()) continue;
    const bool apart = (left.empty() || is_possible_syllable(left)) && (right.empty() || is_possible_syllable(right));
    const bool begins_so = left.empty() && right == "u";  // "ưu"
    if ((apart && !begins_so) || !is_possible_syllable(std::string(left) + "ư" + std::string(right))) continue;
    out.append(text.substr(kept, at - kept));
    out += "ư";
    kept = at + 1;
  }
  out.append(text.substr(kept));
  return out;
}

}  // namespace trichluc::text
