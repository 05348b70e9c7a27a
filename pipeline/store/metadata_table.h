// A table of metadata as archivists keep it: CSV (RFC 4180) in UTF-8, with or without a byte order mark, with commas,
// semicolons or tabs between the cells. The first line names the columns; one of them says which document a line is
// about (path, file name or SHA-256), the others are fields of metadata_fields.h.
//
// Read strictly: a table with a fault is refused whole, with its line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/store/metadata_fields.h"

namespace trichluc::store {

struct MetadataLine {
  std::size_t line = 0;  // of the file, from 1; where the row begins
  DocumentColumn by = DocumentColumn::kPath;
  std::string document;  // path, file name or hash, as written
  struct Value {
    const MetadataField* field = nullptr;
    std::string value;
  };
  std::vector<Value> values;  // empty cells say nothing and are not here
};

struct MetadataTable {
  std::string path;    // absolute
  std::string sha256;  // of the bytes
  std::vector<MetadataLine> lines;
};

// Errors name file and line (ErrorCode::kBadDictionary).
Result<MetadataTable> parse_metadata(std::string_view bytes, const std::string& path);

// The rows of a CSV text; none is empty. Part of parse_metadata, here for its tests.
struct CsvRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
};
Result<std::vector<CsvRow>> parse_csv(std::string_view text, const std::string& path);

}  // namespace trichluc::store
