// Runs a fuzz target over files and folders, so that its seeds are replayed in the ordinary tests without libFuzzer. Of
// *.tsv every line is an input of its own as well, and every input is also tried cut in the middle.
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

int inputs = 0;

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  ++inputs;
}

// Long documents are cut once only: each input costs a whole reading.
void run_with_cuts(const std::string& bytes) {
  run(bytes);
  run(bytes.substr(0, bytes.size() / 2));
}

void run_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  // Printed before it is run: after a crash the last line names the input.
  std::cerr << path.string() << '\n';
  run_with_cuts(bytes);
  if (path.extension() != ".tsv") return;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) run_with_cuts(line);
}

}  // namespace

int main(int argc, char** argv) try {
  for (int i = 1; i < argc; ++i) {
    if (!fs::exists(argv[i])) {
      std::cerr << argv[i] << ": no such file or folder\n";
      return 1;
    }
    if (!fs::is_directory(argv[i])) {
      run_file(argv[i]);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) run_file(entry.path());
    }
  }
  std::cerr << inputs << " inputs replayed\n";
  return inputs > 0 ? 0 : 1;
} catch (const std::exception& e) {
  std::cerr << e.what() << '\n';
  return 1;
}
