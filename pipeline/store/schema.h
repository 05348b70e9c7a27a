// The tables of an archive (schema.sql, compiled in) and their version.
#pragma once

namespace trichluc::store {

// PRAGMA user_version. Raised by one with every change of schema.sql; see migrations.h.
inline constexpr int kSchemaVersion = 2;
// PRAGMA application_id, "TrLc": what tells an archive from another SQLite file.
inline constexpr int kApplicationId = 0x54724c63;

const char* schema_text();
// What makes this version of the one before it; versions from 2 to kSchemaVersion.
const char* migration_text(int version);

}  // namespace trichluc::store
