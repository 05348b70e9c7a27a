// The signer of an administrative document: a title in capitals, and a line or a few below it the name.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/official/mention.h"
#include "extractors/official/name.h"
#include "extractors/reading.h"

namespace trichluc {

std::vector<Mention> find_signatures(const Reading& reading);

// The name that closes a line, this token's or one of the few lines below it.
std::optional<PersonName> name_below(const Reading& reading, std::size_t token);

// The writer of a letter: the name on a line of its own, the titles on the next, perhaps the body on a third.
std::vector<Mention> find_writers(const Reading& reading);

}  // namespace trichluc
