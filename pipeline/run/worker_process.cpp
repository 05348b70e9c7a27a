#include "pipeline/run/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "pipeline/run/page_worker.h"

extern char** environ;

namespace trichluc {
namespace {

tl::unexpected<Error> not_started(const std::string& program, int error) {
  const std::string why = std::strerror(error);
  return fail(ErrorCode::kChildProcess,
              {"a reading process cannot be started (" + why + "); close other programs and try again",
               "không khởi động được tiến trình đọc (" + why + "); hãy đóng bớt chương trình rồi thử lại"},
              program);
}

// What posix_spawn needs, released together.
class SpawnPlan {
 public:
  SpawnPlan() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }

  int run(const WorkerProgram& program, int socket, pid_t& pid) {
    for (const int standard : {0, 1, 2}) {
      ::posix_spawn_file_actions_addopen(&actions_, standard, "/dev/null", standard == 0 ? O_RDONLY : O_WRONLY, 0);
    }
    ::posix_spawn_file_actions_adddup2(&actions_, socket, kPageWorkerSocket);
    // A group of its own: Ctrl-C on the terminal is for the parent, which ends its workers.
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t none;
    sigset_t usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGINT);
    sigaddset(&usual, SIGTERM);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &usual);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<std::string> words = program.arguments;
    words.insert(words.begin(), program.path);
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return ::posix_spawn(&pid, program.path.c_str(), &actions_, &attributes_, pointers.data(), environ);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

void kill(pid_t pid) {
  ::kill(pid, SIGKILL);
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

Message how_it_ended(int status) {
  if (WIFSIGNALED(status)) {
    const std::string number = std::to_string(WTERMSIG(status));
    return {"killed by signal " + number, "bị tín hiệu " + number + " kết thúc"};
  }
  const std::string code = std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : status);
  return {"ended with code " + code, "kết thúc với mã " + code};
}

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const WorkerProgram& program) {
  ChannelEnds ends = make_channel_ends();
  if (!ends.ours) return not_started(program.path, errno);
  // dup2 onto itself would leave the descriptor to be closed on exec.
  if (ends.theirs.get() == kPageWorkerSocket) ends.theirs = Descriptor(::fcntl(ends.theirs.get(), F_DUPFD_CLOEXEC, 10));
  pid_t pid = -1;
  if (const int error = SpawnPlan().run(program, ends.theirs.get(), pid); error != 0) {
    return not_started(program.path, error);
  }
  return WorkerProcess(pid, Channel(std::move(ends.ours)));
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), channel_(std::move(other.channel_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(channel_, other.channel_);
  return *this;
}

// It waits for a request: nothing of it is worth a moment's patience.
WorkerProcess::~WorkerProcess() {
  if (pid_ > 0) kill(std::exchange(pid_, -1));
}

bool WorkerProcess::is_running() {
  if (::waitpid(pid_, nullptr, WNOHANG) == 0) return true;
  pid_ = -1;
  return false;
}

Message WorkerProcess::stop() {
  const pid_t pid = std::exchange(pid_, -1);
  int status = 0;
  // One that has closed its socket is about to end by itself; a moment's patience tells how.
  for (int wait = 0; wait < 20; ++wait) {
    if (::waitpid(pid, &status, WNOHANG) == pid) return how_it_ended(status);
    ::poll(nullptr, 0, 1);
  }
  kill(pid);
  return {"stopped", "bị dừng"};
}

}  // namespace trichluc
