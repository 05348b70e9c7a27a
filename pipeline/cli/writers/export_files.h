// Files that appear whole or not at all: written under another name beside the wanted one, then renamed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::cli {

// A name that is free, gone with its owner.
class PartFile {
 public:
  explicit PartFile(const std::filesystem::path& wanted);
  PartFile(PartFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  PartFile& operator=(PartFile&&) = delete;
  ~PartFile();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// One file. What is there is written over only where `force` says so. Errors: kFileAccess.
class FileInMaking {
 public:
  static Result<FileInMaking> begin(const std::string& path, bool force);

  // Where it is to be written, on the same disk; nothing is there.
  std::string part() const { return part_.path().string(); }
  // An error of writing names the file as its reader knows it.
  Result<void> named(Result<void> written) const;
  // Gives the file its name.
  Result<void> finish();

 private:
  explicit FileInMaking(const std::string& path) : path_(path), part_(path) {}

  std::string path_;
  PartFile part_;
};

// Files in a folder, which is made where there is none; all are written before the first has its name.
class FolderInMaking {
 public:
  static Result<FolderInMaking> begin(const std::string& path, bool force);

  Result<void> add(const std::string& name, std::string_view content);
  Result<void> finish();

 private:
  FolderInMaking(std::string path, bool force) : path_(std::move(path)), force_(force) {}

  struct File {
    std::filesystem::path wanted;
    PartFile part;
  };
  std::filesystem::path path_;
  bool force_;
  std::vector<File> files_;
};

}  // namespace trichluc::cli
