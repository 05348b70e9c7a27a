// What a process that reads foreign files may do: compute, read, and talk to its parent. No network, no new process, no
// file opened for writing, no more memory than allowed. The libraries that parse PDF, pictures and HTML are large; a
// fault in one of them must not become more than a failed page.
#pragma once

#include <cstdint>

#include "pipeline/base/result.h"

namespace trichluc {

struct SandboxLimits {
  std::uint64_t memory_bytes = std::uint64_t{1} << 30U;  // private memory; the input itself is shared and not counted
};

// For the calling process, for good. A system that offers no such filter is an error (kChildProcess).
Result<void> enter_sandbox(const SandboxLimits& limits);

// For a converter that has to start programs of its own and write files into its folder: no network but local sockets.
Result<void> enter_converter_sandbox(const SandboxLimits& limits);

// Ends this process when its parent ends.
void die_with_parent();

}  // namespace trichluc
