// The bytes of one input as they were at one moment, in memory that processes share: what is read of a page, hashed and
// kept is the same bytes even when somebody writes to the file meanwhile. Immutable; any thread may read it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/run/descriptor.h"

namespace trichluc {

class Snapshot {
 public:
  // Larger files are refused (PDF offsets and Poppler's lengths are 31 bits).
  static constexpr std::uint64_t kMostBytes = (std::uint64_t{1} << 31U) - 1;

  // Errors are kFileAccess and name the file: missing, unreadable, a folder, a pipe or device, too large, or changed
  // while it was copied, twice in a row.
  static Result<Snapshot> of_file(const std::filesystem::path& file);
  // Reads an open stream ("-") to its end.
  static Result<Snapshot> of_stream(int descriptor, const std::string& source);
  static Result<Snapshot> of_bytes(std::string_view bytes, const std::string& source);
  // Takes over memory that a worker filled.
  static Result<Snapshot> of_memory(Descriptor memory, const std::string& source);

  Snapshot(Snapshot&& other) noexcept;
  Snapshot& operator=(Snapshot&& other) noexcept;
  ~Snapshot();

  std::string_view bytes() const { return {data_, size_}; }
  // For handing the memory to another process.
  int descriptor() const { return memory_.get(); }

 private:
  Snapshot(Descriptor memory, const char* data, std::size_t size);

  Descriptor memory_;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Memory that can be handed to another process; closed when the system has none left. `name` is for people who look at
// the process.
Descriptor make_shared_memory(const char* name);
// False when memory is short.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace trichluc
