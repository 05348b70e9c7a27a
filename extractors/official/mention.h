// Every place where a person is named, with the positions said there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/official/name.h"
#include "extractors/official/position.h"
#include "extractors/reading.h"

namespace trichluc {

struct Mention {
  std::size_t first = 0;  // tokens [first, last): honorific, titles and name
  std::size_t last = 0;
  PersonName name;
  bool given_name_only = false;  // "ông Sơn", "Bộ trưởng Sơn"
  std::string honorific;
  std::vector<ReadPosition> positions;
  std::string rule;                 // "official.titles_before_name"
  std::string role;                 // meeting_role; empty: not said here
  std::optional<Span> title_apart;  // the words of the title, where others stand between them and the name
  std::vector<Inference> inferred;
};

// In order of the text, never overlapping. By-lines, the site's own furniture and photo credits name nobody.
std::vector<Mention> find_mentions(const Reading& reading);

}  // namespace trichluc
