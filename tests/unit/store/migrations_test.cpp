#include "pipeline/store/migrations.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pipeline/store/archive.h"
#include "pipeline/store/schema.h"
#include "tests/unit/archive_folder.h"

namespace trichluc::store {
namespace {

// An archive as the first program made it, with a document in it.
void make_version_1(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "originals");
  std::ifstream file(TRICHLUC_ROOT "/tests/unit/store/archive_version_1.sql");
  const std::string sql((std::istreambuf_iterator<char>(file)), {});
  REQUIRE_FALSE(sql.empty());
  Database database(folder / "archive.sqlite", OpenMode::kWrite);
  database.execute(sql);
  database.execute("PRAGMA application_id = " + std::to_string(kApplicationId) + "; PRAGMA user_version = 1");
  database.execute(
      "INSERT INTO documents (document, id, bytes, original, state, source, media_type, encoding, page_count, "
      "meta_title, meta_publisher, meta_author, meta_published, url, head_warnings) VALUES (7, 'sha256:aa', 1, "
      "'originals/aa/', 'done', '/a.txt', 'text/plain', 'utf-8', 1, '', '', '', '', '', '[]')");
}

std::vector<std::string> lines(Database& database, const std::string& sql) {
  std::vector<std::string> found;
  Statement row = database.prepare(sql);
  while (row.step()) found.push_back(row.text(0));
  return found;
}

// Every table, column, index and view; comments apart, which SQLite keeps as they were written.
std::vector<std::string> tables_of(Archive& archive) {
  std::vector<std::string> found;
  REQUIRE(archive.read([&](Database& database) {
    found = lines(
        database,
        "SELECT t.type || ' ' || t.name || ' ' || coalesce(c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' "
        "|| c.pk || ' ' || coalesce(c.dflt_value, '-'), '') FROM sqlite_master AS t LEFT JOIN "
        "pragma_table_xinfo(t.name) AS c ON t.type <> 'index' WHERE t.name NOT LIKE 'sqlite_%' ORDER BY 1");
  }));
  return found;
}

TEST_CASE("migrations: an archive of the first version becomes as a new one, and keeps its documents") {
  const test::ArchiveFolder old;
  const test::ArchiveFolder fresh;
  make_version_1(old.archive());
  auto migrated = Archive::open(old.archive(), Access::kWrite);
  auto made = Archive::open(fresh.archive(), Access::kCreate);
  REQUIRE(migrated);
  REQUIRE(made);
  CHECK(tables_of(*migrated) == tables_of(*made));
  REQUIRE(migrated->read([](Database& database) {
    CHECK(schema_version(database) == kSchemaVersion);
    CHECK(lines(database, "SELECT id FROM documents") == std::vector<std::string>{"sha256:aa"});
    CHECK(lines(database, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
  }));
}

TEST_CASE("migrations: reading an older archive brings it up to date, where nobody else writes") {
  const test::ArchiveFolder old;
  make_version_1(old.archive());
  auto reader = Archive::open(old.archive(), Access::kRead);
  REQUIRE(reader);
  REQUIRE(reader->read([](Database& database) { CHECK(schema_version(database) == kSchemaVersion); }));
}

TEST_CASE("migrations: every version has its step") {
  for (int version = 2; version <= kSchemaVersion; ++version) CHECK_FALSE(std::string(migration_text(version)).empty());
  CHECK(std::string(migration_text(kSchemaVersion + 1)).empty());
}

}  // namespace
}  // namespace trichluc::store
