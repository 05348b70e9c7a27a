#include "pipeline/store/index_words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc::store {
namespace {

bool is_word_letter(char32_t letter) {
  const auto code = static_cast<UChar32>(letter);
  return u_isalnum(code) != 0 || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

IndexWord word_of(std::string_view text, Span span) {
  std::string written(slice(text, span));
  if (std::all_of(written.begin(), written.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    for (char& c : written) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return {span, written, written};
  }
  return {span, text::fold(written), text::fold_to_ascii(written)};
}

}  // namespace

bool can_bear_marks(std::string_view plain) {
  return plain.find_first_of("aeiouyd") != std::string_view::npos;
}

std::vector<IndexWord> index_words(std::string_view text) {
  std::vector<IndexWord> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint next = at < text.size() ? code_point_at(text, at) : CodePoint{U' ', 1};
    if (!is_word_letter(next.value)) {
      if (begin < at) words.push_back(word_of(text, {begin, at}));
      begin = at + next.size;
    }
    at += next.size;
  }
  return words;
}

}  // namespace trichluc::store
