// What counted organisations do, from the words around the count: registered, operating, ended …
#pragma once

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// The status words for the count whose head noun ends at `after` and whose number begins at `before`; null: none said.
// `limit`: where the next count begins.
const LexiconMatch* status_of(const Reading& reading, std::size_t before, std::size_t after, Clause clause);

}  // namespace trichluc
