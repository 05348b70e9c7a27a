// The signer of an administrative document: a title in capitals, and a line or a few below it the name.
#pragma once

#include <vector>

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

std::vector<Mention> find_signatures(const Reading& reading);

// The writer of a letter: the name on a line of its own, the titles on the next, perhaps the body on a third.
std::vector<Mention> find_writers(const Reading& reading);

}  // namespace trichluc
