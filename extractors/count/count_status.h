// What counted organisations do, from the words around the count: registered, operating, ended …
#pragma once

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// The status words for the count in tokens [count.first, count.last), bounds and head noun; null: none said.
// `table`: "statuses" for organisations, "project_statuses" for projects.
const LexiconMatch* status_of(const Reading& reading, std::string_view table, Clause count, Clause clause);

}  // namespace trichluc
