// The gold files of a folder: what a document should give, written by hand (corpus/README.md).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc::query {

struct GoldFile {
  std::string stem;  // "report-2023" of "report-2023.json"
  std::string json;
};

// Every *.json of the folder, in the order of their names; an error names the folder or the file.
Result<std::vector<GoldFile>> read_gold(const std::filesystem::path& folder);

// What pairs a document with its gold: the file's name up to the first point.
std::string pairing_stem(std::string_view source);

}  // namespace trichluc::query
