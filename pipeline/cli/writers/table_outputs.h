// Tables as files for other programs, each table written as soon as it is made.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/store/table_file.h"

namespace trichluc::cli {

class TableOutput {
 public:
  virtual ~TableOutput() = default;
  virtual Result<void> add(const store::Table& table) = 0;
  // Only then the files have their names; without it there are none.
  virtual Result<void> finish() = 0;
};

struct TableOutputOptions {
  std::string format;  // csv, xlsx, sqlite
  std::string path;    // of a folder (csv) or file
  bool force = false;  // to write over what is there
  bool excel = false;  // csv with a byte order mark
  store::TableFile::Stamp stamp;
  std::vector<store::ViewDefinition> views;  // of a SQLite file
};
// Error, as of the others: kFileAccess.
Result<std::unique_ptr<TableOutput>> open_table_output(const TableOutputOptions& options);

}  // namespace trichluc::cli
