#include "pipeline/cli/program_files.h"

namespace trichluc::cli {
namespace fs = std::filesystem;

fs::path dictionaries_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"../share/trichluc/dictionaries/vi", "../dictionaries/vi"}) {
    const fs::path folder = (program / place).lexically_normal();
    if (!error && fs::is_directory(folder, error)) return folder;
    error.clear();
  }
  return TRICHLUC_SOURCE_DICTIONARIES;
}

}  // namespace trichluc::cli
