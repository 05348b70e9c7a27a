// The words of English offices: titles, and the bodies behind "of" ("Head of the Commission for External Relations").
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/fact.h"
#include "extractors/official/name.h"
#include "extractors/reading.h"

namespace trichluc {

// Is the word at this token of that kind in english_offices.tsv: "office", "rank", "person", "body"?
const LexiconMatch* english_word_at(const Reading& reading, std::size_t token, std::string_view kind);

struct EnglishOffice {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  const LexiconMatch* title = nullptr;
  Position position;
  std::string behind;              // " of the Vietnam Union …", as it stands in the text
  std::optional<PersonName> name;  // of the person whose name follows without a mark
};

// " of the Vietnam Union … (VUFO)" from this token on; `last` is that token where no body follows.
struct EnglishBody {
  std::size_t last = 0;
  std::string name;
  std::string behind;                // with its first word, as it stands in the text
  std::optional<PersonName> person;  // whose name closes the same capitals
};
EnglishBody english_body_behind(const Reading& reading, std::size_t at);

// "(the) Standing Vice President of the Provincial People's Committee Pham Duc Toan". Before a name the title has
// capitals.
std::optional<EnglishOffice> english_office_at(const Reading& reading, std::size_t at, bool capital);

// A name in capitals from this token on: of a Vietnamese, marks or none, or two or three foreign words that are no
// place and no words of offices. `sure`: "Mr." stands before it.
std::optional<PersonName> english_name_at(const Reading& reading, std::size_t at, bool sure);

}  // namespace trichluc
