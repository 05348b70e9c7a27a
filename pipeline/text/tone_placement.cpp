#include "pipeline/text/tone_placement.h"

#include <array>
#include <cstddef>

namespace trichluc::text {
namespace {

// One base vowel and its five toned forms, in both cases.
struct VowelRow {
  char32_t plain;
  std::array<char32_t, 5> toned;
};

constexpr std::array<VowelRow, 10> kVowels = {{
    {U'a', {U'à', U'á', U'ả', U'ã', U'ạ'}},
    {U'e', {U'è', U'é', U'ẻ', U'ẽ', U'ẹ'}},
    {U'o', {U'ò', U'ó', U'ỏ', U'õ', U'ọ'}},
    {U'u', {U'ù', U'ú', U'ủ', U'ũ', U'ụ'}},
    {U'y', {U'ỳ', U'ý', U'ỷ', U'ỹ', U'ỵ'}},
    {U'A', {U'À', U'Á', U'Ả', U'Ã', U'Ạ'}},
    {U'E', {U'È', U'É', U'Ẻ', U'Ẽ', U'Ẹ'}},
    {U'O', {U'Ò', U'Ó', U'Ỏ', U'Õ', U'Ọ'}},
    {U'U', {U'Ù', U'Ú', U'Ủ', U'Ũ', U'Ụ'}},
    {U'Y', {U'Ỳ', U'Ý', U'Ỷ', U'Ỹ', U'Ỵ'}},
}};

const VowelRow* row_of_plain(char32_t letter) {
  for (const VowelRow& row : kVowels) {
    if (row.plain == letter) return &row;
  }
  return nullptr;
}

struct Toned {
  const VowelRow* row = nullptr;
  std::size_t tone = 0;
};

Toned toned_vowel(char32_t letter) {
  for (const VowelRow& row : kVowels) {
    for (std::size_t tone = 0; tone < row.toned.size(); ++tone) {
      if (row.toned[tone] == letter) return {&row, tone};
    }
  }
  return {};
}

char32_t lower(char32_t letter) {
  return letter >= U'A' && letter <= U'Z' ? letter + 32 : letter;
}

bool is_open_pair(char32_t first, char32_t second) {
  return (first == U'o' && (second == U'a' || second == U'e')) || (first == U'u' && second == U'y');
}

}  // namespace

std::u32string traditional_tone(std::u32string_view word) {
  std::u32string out(word);
  if (word.size() < 2) return out;
  const std::size_t last = word.size() - 1;
  const Toned toned = toned_vowel(word[last]);
  const VowelRow* first = row_of_plain(word[last - 1]);
  if (toned.row == nullptr || first == nullptr) return out;
  if (!is_open_pair(lower(first->plain), lower(toned.row->plain))) return out;
  const bool after_q = last >= 2 && lower(word[last - 2]) == U'q';
  if (after_q) return out;
  out[last - 1] = first->toned[toned.tone];
  out[last] = toned.row->plain;
  return out;
}

}  // namespace trichluc::text
