#include "extractors/official/letters.h"

#include <algorithm>
#include <vector>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

struct Letter {
  char letter = 0;
  std::string word;  // written out; empty: one of several letters
};

constexpr std::string_view kBetweenWords = " -&/,.()\"";

// "UBND", "T", "BTV": no letter of it is small.
bool is_in_letters(const std::string& word, const std::string& folded) {
  if (word == folded) return false;
  std::size_t same = 0;  // code points that folding leaves as they are
  for (std::size_t at = 0, f = 0; at < word.size() && f < folded.size();) {
    const CodePoint a = code_point_at(word, at);
    const CodePoint b = code_point_at(folded, f);
    same += a.value == b.value ? 1U : 0U;
    at += a.size;
    f += b.size;
  }
  return same == 0;
}

std::vector<Letter> letters_of(const std::string& text) {
  std::vector<Letter> letters;
  for (std::size_t at = text.find_first_not_of(kBetweenWords); at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBetweenWords, at), text.size());
    const std::string word = text.substr(at, end - at);
    const std::string folded = text::fold(word);
    const std::string ascii = text::fold_to_ascii(folded);
    if (folded != "và" && !ascii.empty()) {
      if (is_in_letters(word, folded)) {
        for (const char letter : ascii) letters.push_back({letter, {}});
      } else {
        letters.push_back({ascii.front(), folded});
      }
    }
    at = text.find_first_not_of(kBetweenWords, end);
  }
  return letters;
}

}  // namespace

bool begins_in_letters(const std::string& shorter, const std::string& fuller) {
  const std::vector<Letter> a = letters_of(shorter);
  const std::vector<Letter> b = letters_of(fuller);
  if (a.empty() || a.size() > b.size()) return false;
  return std::equal(a.begin(), a.end(), b.begin(), [](const Letter& x, const Letter& y) {
    return x.letter == y.letter && (x.word.empty() || y.word.empty() || x.word == y.word);
  });
}

}  // namespace trichluc
