// Tables as values, and a SQLite file of its own that holds them: what `trichluc export` hands on.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/store/database.h"
#include "pipeline/store/table_rows.h"

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
  TableRows rows;
};

struct ViewDefinition {
  std::string name, meaning, select;
};

// A SQLite file of tables. The same tables give the same bytes.
class TableFile {
 public:
  struct Stamp {
    int version = 1;  // PRAGMA user_version
    int application = 0;
  };
  // `path` must not exist. Error, as of the others: kFileAccess.
  static Result<TableFile> make(const std::filesystem::path& path, Stamp stamp);

  Result<void> add(const Table& table);
  // Without it the file is none.
  Result<void> finish(const std::vector<ViewDefinition>& views);

 private:
  TableFile(std::filesystem::path path, Database database) : path_(std::move(path)), database_(std::move(database)) {}

  std::filesystem::path path_;
  Database database_;
};

// A table of the archive's own as it is, columns named by the archive; without rows and columns where there is none.
Table table_as_it_is(Database& database, const std::string& name);

}  // namespace trichluc::store
