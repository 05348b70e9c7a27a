// What could not be read, where, why, and what the user can do about it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/store/archive.h"

namespace trichluc::store {

struct Failure {
  std::string path;
  int page = 0;       // 0: the whole file
  std::string stage;  // access, open, page, facts
  int code = 0;
  Message reason;
  Message hint;
};

// A file that was refused; kFileAccess is the stage "access", everything else "open".
Result<void> note_refusal(Archive& archive, const std::string& path, const Error& error);
// Notes a failed page, and forgets the failure of one that was read after all. Part of a transaction.
void note_page(Database& database, std::int64_t document, const Page& page);
// In order of path and page.
Result<std::vector<Failure>> list_failures(Archive& archive);

}  // namespace trichluc::store
