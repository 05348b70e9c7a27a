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

constexpr std::size_t kMostMet = 100000;  // words that are remembered

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string in_lower_case(std::string word) {
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

template <class Take>
void for_each_word(std::string_view text, const Take& take) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const bool end = at == text.size();
    const bool ascii = !end && static_cast<unsigned char>(text[at]) < 0x80;
    const CodePoint next = end || ascii ? CodePoint{U' ', 1} : code_point_at(text, at);
    if (ascii ? !is_ascii_alphanumeric(text[at]) : !is_word_letter(next.value)) {
      if (begin < at) take(Span{begin, at});
      begin = at + next.size;
    }
    at += next.size;
  }
}

}  // namespace

bool can_bear_marks(std::string_view plain) {
  return plain.find_first_of("aeiouyd") != std::string_view::npos;
}

std::vector<IndexWord> index_words(std::string_view text) {
  return WordReader().read(text);
}

std::vector<IndexWord> WordReader::read(std::string_view text) {
  std::vector<IndexWord> words;
  for_each_word(text, [&](Span span) {
    std::string written(slice(text, span));
    if (is_ascii(written)) {
      std::string key = in_lower_case(std::move(written));
      words.push_back({span, key, key});
      return;
    }
    auto met = met_.find(written);
    if (met == met_.end()) {
      if (met_.size() >= kMostMet) met_.clear();
      Keys keys{text::fold(written), text::fold_to_ascii(written)};
      met = met_.emplace(std::move(written), std::move(keys)).first;
    }
    words.push_back({span, met->second.key, met->second.plain});
  });
  return words;
}

}  // namespace trichluc::store
