// A folder of a test's own for an archive, and documents to put there.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/source/document.h"
#include "tests/unit/temporary_folder.h"

namespace trichluc::test {

class ArchiveFolder {
 public:
  std::filesystem::path archive() const { return folder_ / "kho"; }

 private:
  TemporaryFolder folder_;
};

inline Document head_of(const std::string& id) {
  Document head;
  head.id = "sha256:" + id;
  head.media_type = "text/plain";
  head.page_count = 1;
  return head;
}

}  // namespace trichluc::test
