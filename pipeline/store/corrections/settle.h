// Puts the corrections of a document in force on its facts as they are now. Everything it writes is derived and made
// anew each time (schema.sql); the history and its anchors stay as they are.
#pragma once

#include <cstdint>
#include <set>

#include "pipeline/store/database.h"

namespace trichluc::store {

// Finds every anchor of the document again (anchor.h): a fact by its id, else by the words that prove it and by what it
// said. Facts that are there twice over are told apart so that no two corrected ones become one. Part of a transaction.
void settle_corrections(Database& database, std::int64_t document);
// Takes away what settling has written, added facts too; before the facts go.
void unsettle_corrections(Database& database, std::int64_t document);

// Corrections in force whose anchor is gone.
std::set<std::int64_t> lost_corrections(Database& database);

}  // namespace trichluc::store
