// What is installed with the program.
#pragma once

#include <filesystem>

namespace trichluc::cli {

// dictionaries/vi beside the build folder, or of the installation, or of the sources the program was built from.
std::filesystem::path dictionaries_folder();

}  // namespace trichluc::cli
