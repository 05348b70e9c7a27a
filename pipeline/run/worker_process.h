// One page worker as its parent sees it: started, asked, and stopped when it takes too long.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/run/channel.h"

namespace trichluc {

// How a worker is started.
struct WorkerProgram {
  std::string path;                    // of the program; it gets its socket as kPageWorkerSocket
  std::vector<std::string> arguments;  // without the program's own name
};

// For one thread at a time, which must live as long as the process does (see die_with_parent).
class WorkerProcess {
 public:
  // What the process prints goes nowhere: libraries complain on standard error about files, and the program tells of
  // those itself. Fails with kChildProcess.
  static Result<WorkerProcess> start(const WorkerProgram& program);
  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&& other) noexcept;
  // Ends the process.
  ~WorkerProcess();

  // Whether it has not ended by itself.
  bool is_running();
  bool send(const std::string& bytes, int file) { return channel_.send(bytes, file); }
  ChannelState receive(ChannelMessage& message, Channel::Clock::time_point deadline) {
    return channel_.receive(message, deadline);
  }
  // Ends the process and tells how it had ended by itself: "killed by signal 11", "ended with code 7"; "stopped" where
  // it was still running.
  Message stop();

 private:
  WorkerProcess(pid_t pid, Channel channel) : pid_(pid), channel_(std::move(channel)) {}

  pid_t pid_ = -1;
  Channel channel_;
};

}  // namespace trichluc
