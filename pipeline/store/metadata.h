// What archivists say of documents, kept with the table that said it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/archive.h"
#include "pipeline/store/metadata_table.h"

namespace trichluc::store {

struct MetadataImport {
  std::size_t documents = 0;     // that lines were about
  std::size_t changed = 0;       // values that are new or other than before
  std::vector<Error> unmatched;  // lines about no document, or about several; with file and line
};
// In one transaction. A value that holds already is not written again. A path is looked for as it stands, then from the
// table's folder, then as the end of a document's path; a file name likewise. Two lines that give a field of one
// document different values are an error (ErrorCode::kBadDictionary), and nothing is written.
Result<MetadataImport> import_metadata(Archive& archive, const MetadataTable& table);

struct MetadataValue {
  std::string id;      // documents.id
  std::string source;  // documents.source
  std::string field;
  std::string value;
  std::string table;  // the file that gave it
  std::int64_t line = 0;
  std::string at;       // when
  bool current = true;  // false: a later table gave another
};
// By document, field, and time. `named` is as in find_documents, empty for all; without `history` only what holds.
Result<std::vector<MetadataValue>> list_metadata(Archive& archive, const std::string& named, bool history);

}  // namespace trichluc::store
