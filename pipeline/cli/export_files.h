// Files that appear whole or not at all: written under another name beside the wanted one, then renamed.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::cli {

// Runs `write` on a name that nothing has, on the same disk, and gives the file its name. What is there is written over
// only where `force` says so. Errors: those of `write`, and kFileAccess.
Result<void> make_file(const std::string& path, bool force,
                       const std::function<Result<void>(const std::string&)>& write);

struct NamedContent {
  std::string name;
  std::function<std::string()> content;
};
// Files in a folder, which is made where there is none; all are written before the first has its name.
Result<void> make_folder(const std::string& path, bool force, const std::vector<NamedContent>& files);

}  // namespace trichluc::cli
