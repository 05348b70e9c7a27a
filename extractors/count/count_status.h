// What counted organisations do, from the words around the count: registered, operating, ended …
#pragma once

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// The status words for the count in tokens [count.first, count.last), bounds and head noun; null: none said.
// `table`: "statuses" for organisations, "project_statuses" for projects.
const LexiconMatch* status_of(const Reading& reading, TableKey table, Clause count, Clause clause);

// "Dự hội nghị có lãnh đạo các sở, ngành và 12 tổ chức PCPNN", "…, đại diện 06 tổ chức": the count whose first token is
// `number` ends a list of guests that a word of attending opens at or behind token `from`.
bool is_among_guests(const Reading& reading, std::size_t number, std::size_t from);

}  // namespace trichluc
