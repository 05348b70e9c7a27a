// The files below a folder, none of them silently left out.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc {

// `error` is set for what stands in the folder but cannot be read as a file: a folder without permission, a link that
// leads nowhere, a pipe or device.
struct ListedFile {
  std::filesystem::path path;
  std::optional<Error> error;
};

// In the order of their paths, byte by byte. Hidden files and folders are passed over. Links to folders are followed,
// each folder once: a link back into a folder that is read already adds nothing.
std::vector<ListedFile> list_folder(const std::filesystem::path& folder);

}  // namespace trichluc
