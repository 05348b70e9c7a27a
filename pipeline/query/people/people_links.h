// Which statements of one name are of one person; for officials.cpp alone.
#pragma once

#include <string>
#include <vector>

#include "pipeline/query/people/officials.h"

namespace trichluc::people {

// The statements of one name in one document, which are one person.
struct Mention {
  std::vector<const OfficialStatement*> statements;
  const OfficialStatement& first() const { return *statements.front(); }
};

// Indices of mentions by person, in the order of the first.
std::vector<std::vector<std::size_t>> persons_among(const std::vector<Mention>& mentions, const PersonLinks& links);

// Why two persons of one name were left apart.
Doubt doubt_between(const std::vector<const Mention*>& a, const std::vector<const Mention*>& b);

}  // namespace trichluc::people
