// Preloaded into the program: a disk that loses power. What was written to files below TRICHLUC_DISK and not yet synced
// is lost when the process is killed, as the last of a disk's cache is; a seed decides how much of it.
//
// Before a file is changed for the first time since it was last synced, its bytes are copied into TRICHLUC_LOST; a sync
// forgets the copy. New names (files made, renamed, removed) are kept in a journal until their folder is synced. After
// the run tests/store/power_cut.py puts back what was not synced.
//
// The pages of shared memory that SQLite maps for its WAL index are of no account: they are made anew.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>

namespace {

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

const std::string& disk() {
  static const char* const kNamed = std::getenv("TRICHLUC_DISK");
  static const std::string kDisk = kNamed == nullptr ? "" : kNamed;
  return kDisk;
}

const std::string& lost() {
  static const char* const kNamed = std::getenv("TRICHLUC_LOST");
  static const std::string kLost = kNamed == nullptr ? "" : kNamed;
  return kLost;
}

std::string path_of(int descriptor) {
  char link[64];
  char path[4096];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = ::readlink(link, path, sizeof path);
  return size > 0 ? std::string(path, static_cast<std::size_t>(size)) : std::string();
}

bool is_ours(const std::string& path) {
  const bool below = !disk().empty() && path.starts_with(disk());
  return below && !path.ends_with("-shm") && !path.ends_with(".lock");
}

// The inode stands for the file, whatever it is called meanwhile.
std::string name_of(const struct stat& file) {
  return lost() + "/" + std::to_string(file.st_ino);
}

std::mutex& mutex() {
  static std::mutex one;
  return one;
}

bool copy_file(int from, const std::string& to) {
  const int out = next<int(const char*, int, ...)>("open")(to.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (out < 0) return false;
  char bytes[65536];
  off_t at = 0;
  for (ssize_t size = 0; (size = ::pread(from, bytes, sizeof bytes, at)) > 0; at += size) {
    if (next<ssize_t(int, const void*, size_t)>("write")(out, bytes, static_cast<std::size_t>(size)) != size)
      std::abort();
  }
  ::close(out);
  return true;
}

// A line of the journal: what happened to a name that no sync of its folder has made lasting yet.
void note(const char* what, const std::string& path, const std::string& other = "") {
  const std::string line = std::string(what) + "\t" + path + "\t" + other + "\n";
  const int out =
      next<int(const char*, int, ...)>("open")((lost() + "/journal").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (out < 0) std::abort();
  if (next<ssize_t(int, const void*, size_t)>("write")(out, line.data(), line.size()) < 0) std::abort();
  ::close(out);
}

// TRICHLUC_CUT_AFTER changes, and the power goes: at the moments that matter, which a clock seldom hits.
void tick() {
  static const char* const kNamed = std::getenv("TRICHLUC_CUT_AFTER");
  static std::atomic<long> left{kNamed == nullptr ? -1 : std::atol(kNamed)};
  if (left > 0 && --left == 0) ::kill(::getpid(), SIGKILL);
}

void before_change(int descriptor) {
  const std::string path = path_of(descriptor);
  if (!is_ours(path)) return;
  const std::lock_guard lock(mutex());
  struct stat file = {};
  if (::fstat(descriptor, &file) != 0 || ::access(name_of(file).c_str(), F_OK) == 0) return;
  const int readable = next<int(const char*, int, ...)>("open")(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (readable < 0) return;
  copy_file(readable, name_of(file));
  ::close(readable);
}

void after_sync(int descriptor) {
  const std::string path = path_of(descriptor);
  if (!is_ours(path) && path + "/" != disk()) return;
  const std::lock_guard lock(mutex());
  struct stat file = {};
  if (::fstat(descriptor, &file) != 0) return;
  if (S_ISDIR(file.st_mode)) return note("synced", path);
  ::unlink(name_of(file).c_str());
}

int open_file(const char* name, const char* function, int flags, mode_t mode) {
  // Page workers only read, and may do nothing else.
  if ((flags & (O_CREAT | O_TRUNC)) == 0) return next<int(const char*, int, ...)>(function)(name, flags, mode);
  const bool was_there = ::access(name, F_OK) == 0;
  const bool empties = (flags & O_TRUNC) != 0;
  if (was_there && empties) {
    const int before = next<int(const char*, int, ...)>("open")(name, O_RDWR | O_CLOEXEC);
    if (before >= 0) before_change(before), ::close(before);
  }
  const int opened = next<int(const char*, int, ...)>(function)(name, flags, mode);
  if (opened >= 0 && !was_there && (flags & O_CREAT) != 0) {
    const std::string path = path_of(opened);
    const std::lock_guard lock(mutex());
    if (is_ours(path)) note("made", path), tick();
  }
  return opened;
}

}  // namespace

extern "C" {

int open(const char* name, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(name, "open", flags, mode);
}

int open64(const char* name, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(name, "open64", flags, mode);
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  before_change(descriptor);
  const ssize_t done = next<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, size);
  if (is_ours(path_of(descriptor))) tick();
  return done;
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
  before_change(descriptor);
  const ssize_t done = next<ssize_t(int, const void*, size_t, off_t)>("pwrite")(descriptor, bytes, size, at);
  if (is_ours(path_of(descriptor))) tick();
  return done;
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
  before_change(descriptor);
  const ssize_t done = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(descriptor, bytes, size, at);
  if (is_ours(path_of(descriptor))) tick();
  return done;
}

int ftruncate(int descriptor, off_t size) {
  before_change(descriptor);
  const int done = next<int(int, off_t)>("ftruncate")(descriptor, size);
  if (is_ours(path_of(descriptor))) tick();
  return done;
}

int ftruncate64(int descriptor, off64_t size) {
  before_change(descriptor);
  const int done = next<int(int, off64_t)>("ftruncate64")(descriptor, size);
  if (is_ours(path_of(descriptor))) tick();
  return done;
}

int fsync(int descriptor) {
  if (is_ours(path_of(descriptor))) tick();
  const int done = next<int(int)>("fsync")(descriptor);
  if (done == 0) after_sync(descriptor);
  return done;
}

int fdatasync(int descriptor) {
  if (is_ours(path_of(descriptor))) tick();
  const int done = next<int(int)>("fdatasync")(descriptor);
  if (done == 0) after_sync(descriptor);
  return done;
}

int rename(const char* from, const char* to) {
  const int done = next<int(const char*, const char*)>("rename")(from, to);
  const std::lock_guard lock(mutex());
  if (done == 0 && is_ours(to)) note("renamed", from, to), tick();
  return done;
}

int mkdir(const char* name, mode_t mode) {
  const int done = next<int(const char*, mode_t)>("mkdir")(name, mode);
  const std::lock_guard lock(mutex());
  if (done == 0 && is_ours(name)) note("folder", name);
  return done;
}

// A removed file stays among the lost ones until the folder is synced: the removal may not have happened.
int unlink(const char* name) {
  if (is_ours(name)) {
    const std::lock_guard lock(mutex());
    static int count = 0;
    const std::string kept = lost() + "/removed-" + std::to_string(::getpid()) + "-" + std::to_string(count++);
    const int readable = next<int(const char*, int, ...)>("open")(name, O_RDONLY | O_CLOEXEC);
    if (readable >= 0) {
      copy_file(readable, kept);
      ::close(readable);
      note("removed", name, kept);
    }
  }
  return next<int(const char*)>("unlink")(name);
}

}  // extern "C"
