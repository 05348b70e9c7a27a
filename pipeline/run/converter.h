// Old office files through LibreOffice, where it is installed: started as a process of its own without network, with a
// private folder that is gone afterwards, under the parent's clock.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/run/snapshot.h"

namespace trichluc {

inline constexpr const char* kConverterFlag = "--converter";

// What a process started with kConverterFlag does: confines itself and becomes the program named in its arguments.
// Returns only on failure, with the exit code.
int become_converter(const std::vector<std::string>& words);

struct ConverterOptions {
  std::string self;    // this program
  std::string office;  // "soffice"; a path, or a name to be looked for; empty: there is none
  std::chrono::seconds time{120};
};

// The office program to use: TRICHLUC_SOFFICE where it is set, else soffice or libreoffice on PATH; empty: none.
std::string find_office();

// Any thread may ask; one file is converted at a time, since two LibreOffices disturb one another.
class Converter {
 public:
  explicit Converter(ConverterOptions options) : options_(std::move(options)) {}

  // The file in the form `to` ("docx", "xlsx"). Fails with kMissingDependency where there is no LibreOffice, else with
  // kChildProcess: it took too long, died, or gave nothing.
  Result<Snapshot> convert(const Snapshot& file, const std::string& from, const std::string& to,
                           const std::string& source);

  // Ends what runs and takes its folder away; for the end of the program.
  void abandon();

 private:
  Result<Snapshot> run(const std::filesystem::path& folder, const std::string& from, const std::string& to,
                       const std::string& source);
  struct Ending {
    Message fault;  // empty: none
    bool start_anew = false;
  };
  Ending wait(pid_t pid);

  ConverterOptions options_;
  std::mutex mutex_;
  std::mutex state_;
  pid_t running_ = -1;  // its process group
  std::filesystem::path folder_;
};

}  // namespace trichluc
