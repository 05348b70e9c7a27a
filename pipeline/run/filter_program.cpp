#include "pipeline/run/filter_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include "pipeline/run/descriptor.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX has it in no header

namespace trichluc {
namespace {

// The input as a file in memory, so that nobody has to write while the other does not read.
Descriptor input_file(const std::string& input) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  std::size_t written = 0;
  while (file && written < input.size()) {
    const ssize_t n = ::write(file.get(), input.data() + written, input.size() - written);
    if (n < 0 && errno != EINTR) return {};
    if (n > 0) written += static_cast<std::size_t>(n);
  }
  if (file) ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

int spawn(const std::vector<std::string>& words, int input, int output, pid_t& pid) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output, 1);
  ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  const int error = ::posix_spawnp(&pid, pointers.front(), &actions, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

// False where the time is over or reading fails.
bool read_all(int from, std::string& text, int seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  std::array<char, 65536> part{};
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd wait{from, POLLIN, 0};
    const int ready = left.count() > 0 ? ::poll(&wait, 1, static_cast<int>(left.count())) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t n = ::read(from, part.data(), part.size());
    if (n == 0) return true;
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) text.append(part.data(), static_cast<std::size_t>(n));
  }
}

tl::unexpected<Error> failed(const std::string& program, const std::string& why) {
  return fail(ErrorCode::kChildProcess, {"the program failed (" + why + ")", "chương trình gặp lỗi (" + why + ")"},
              program);
}

}  // namespace

Result<std::string> run_filter(const std::vector<std::string>& words, const std::string& input,
                               const std::string& package, int seconds) {
  const std::string& program = words.front();
  const Descriptor file = input_file(input);
  std::array<int, 2> ends{};
  if (!file || ::pipe2(ends.data(), O_CLOEXEC) != 0) return failed(program, std::strerror(errno));
  const Descriptor reading(ends[0]);
  pid_t pid = 0;
  int error = 0;
  {
    const Descriptor writing(ends[1]);
    error = spawn(words, file.get(), writing.get(), pid);
  }
  if (error == ENOENT) {
    return fail(ErrorCode::kMissingDependency,
                {"this program is not installed; install it with: apt-get install " + package,
                 "chưa cài chương trình này; hãy cài bằng lệnh: apt-get install " + package},
                program);
  }
  if (error != 0) return failed(program, std::strerror(error));
  std::string output;
  const bool whole = read_all(reading.get(), output, seconds);
  if (!whole) ::kill(pid, SIGKILL);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (!whole) return failed(program, "time is over");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return failed(program, "status " + std::to_string(status));
  return output;
}

}  // namespace trichluc
