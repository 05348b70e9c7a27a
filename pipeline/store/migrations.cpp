#include "pipeline/store/migrations.h"

#include <string>

#include "pipeline/store/schema.h"

namespace trichluc::store {

std::int64_t schema_version(Database& database) {
  Statement row = database.prepare("PRAGMA user_version");
  return row.step() ? row.integer(0) : 0;
}

void migrate(Database& database) {
  if (schema_version(database) == kSchemaVersion) return;
  Transaction transaction(database);
  for (std::int64_t version = schema_version(database) + 1; version <= kSchemaVersion; ++version) {
    database.execute(migration_text(static_cast<int>(version)));
    database.execute("PRAGMA user_version = " + std::to_string(version));
  }
  transaction.commit();
}

}  // namespace trichluc::store
