// How the tables of an older archive become those of schema.sql: one step of SQL from each version to the next
// (migrations/2.sql makes version 2 of version 1), compiled in.
//
// To change the tables: change schema.sql, raise kSchemaVersion, write migrations/N.sql, name it in CMakeLists.txt. A
// test makes an archive of version 1, migrates it, and compares it with a new one.
#pragma once

#include <cstdint>

#include "pipeline/store/database.h"

namespace trichluc::store {

std::int64_t schema_version(Database& database);

// All steps up to kSchemaVersion in one transaction: an archive is of the old version or of the new one, whenever the
// program is killed.
void migrate(Database& database);

}  // namespace trichluc::store
