// The names under which documents were found, and which of them need not be looked at again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/store/archive.h"

namespace trichluc::store {

// What stat() says of a file: size in bytes, nanoseconds of its last change, inode.
struct FileStamp {
  std::int64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::int64_t inode = 0;
};
std::optional<FileStamp> stamp_of(const std::string& path);

// The file stands in the archive with this stamp and nothing of it is left to do.
Result<bool> is_unchanged(Archive& archive, const std::string& path, const FileStamp& stamp);
// The file will be read now: what stood under its name (files packed in it, failures) is looked for anew. The documents
// stay.
Result<void> begin_path(Archive& archive, const std::string& path);
// Everything in the file has been read or refused.
Result<void> complete_path(Archive& archive, const std::string& path, const std::optional<FileStamp>& stamp);

}  // namespace trichluc::store
