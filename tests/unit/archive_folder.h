// A folder of a test's own for an archive, and documents to put there.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "pipeline/source/document.h"

namespace trichluc::test {

class ArchiveFolder {
 public:
  ArchiveFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "archive_test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ArchiveFolder(const ArchiveFolder&) = delete;
  ArchiveFolder& operator=(const ArchiveFolder&) = delete;
  ~ArchiveFolder() { std::filesystem::remove_all(path_); }
  std::filesystem::path archive() const { return path_ / "kho"; }

 private:
  std::filesystem::path path_;
};

inline Document head_of(const std::string& id) {
  Document head;
  head.id = "sha256:" + id;
  head.media_type = "text/plain";
  head.page_count = 1;
  return head;
}

}  // namespace trichluc::test
