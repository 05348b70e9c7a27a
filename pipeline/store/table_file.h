// Tables as values, and a SQLite file of its own that holds them: what `trichluc export` hands on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::store {

enum class CellType {
  kText,
  kNumber,  // plain decimals: "286000000", "41.3"
  kDay,     // ISO 8601; a whole day may be given a type of its own, "2018-07" and "2018/2019" stay text
};

struct TableColumn {
  std::string name;
  CellType type = CellType::kText;
  std::string meaning;
};

// Cells in the order of the columns; an empty one is unknown.
struct Table {
  std::string name, meaning;
  std::vector<TableColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

struct ViewDefinition {
  std::string name, meaning, select;
};

struct TableFile {
  int version = 1;  // PRAGMA user_version
  int application = 0;
  std::vector<Table> tables;
  std::vector<ViewDefinition> views;
};

// The same tables give the same bytes. `path` must not exist. Error: kFileAccess.
Result<void> write_table_file(const std::filesystem::path& path, const TableFile& file);

// A table of the archive's own as it is, columns named by the archive; without rows and columns where there is none.
class Database;
Table table_as_it_is(Database& database, const std::string& name);

}  // namespace trichluc::store
