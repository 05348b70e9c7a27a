#include "pipeline/text/letter_properties.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "pipeline/base/utf8.h"
#include "pipeline/text/repair.h"

namespace trichluc::text {
LetterProperties ask_icu(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  UErrorCode status = U_ZERO_ERROR;
  LetterProperties properties;
  properties.lower = static_cast<char32_t>(u_tolower(point));
  properties.blank = u_isUWhiteSpace(point) != 0;
  properties.letter = u_isalpha(point) != 0;
  properties.mark = u_charType(point) == U_NON_SPACING_MARK;
  properties.upper = u_isupper(point) != 0;
  // ICU's own constant data: present wherever ICU is.
  properties.starts_run = icu::Normalizer2::getNFCInstance(status)->hasBoundaryBefore(point) != 0;
  properties.as_it_stands = properties.letter && meant_letter(c) == c;
  properties.lower_is_as_long = size_in_utf8(c) == size_in_utf8(properties.lower);
  return properties;
}

std::vector<LetterProperties> make_letter_table() {
  std::vector<LetterProperties> table;
  table.reserve(kTabledLetters);
  for (char32_t c = 0; c < kTabledLetters; ++c) table.push_back(ask_icu(c));
  return table;
}

}  // namespace trichluc::text
