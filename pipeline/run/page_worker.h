// The other side of a page pool: a process that reads one page after the other, for one parent. It is the program
// itself, started again with kPageWorkerFlag, so that a worker begins with clean memory and no thread.
#pragma once

#include "pipeline/run/lazy_engine.h"
#include "pipeline/run/sandbox.h"

namespace trichluc {

inline constexpr const char* kPageWorkerFlag = "--page-worker";
inline constexpr int kPageWorkerSocket = 3;  // the descriptor that the parent put its socket on

// Answers requests until the parent goes; returns the exit code of the process. Enters the sandbox first.
int serve_pages(const EngineFactory& make_engine, const SandboxLimits& limits);

}  // namespace trichluc
