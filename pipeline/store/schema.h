// The tables of an archive (schema.sql, compiled in) and their version.
#pragma once

namespace trichluc::store {

// PRAGMA user_version. Raised by one with every change of schema.sql that an older program cannot read.
inline constexpr int kSchemaVersion = 1;
// PRAGMA application_id, "TrLc": what tells an archive from another SQLite file.
inline constexpr int kApplicationId = 0x54724c63;

const char* schema_text();

}  // namespace trichluc::store
