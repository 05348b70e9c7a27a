#include "pipeline/run/sandbox.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <memory>
#include <type_traits>

namespace trichluc {
namespace {

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, ReleaseFilter>;

tl::unexpected<Error> no_filter() {
  return fail(ErrorCode::kChildProcess,
              {"this system cannot confine the readers (seccomp); use a Linux kernel with seccomp filters",
               "hệ thống này không giam được tiến trình đọc (seccomp); hãy dùng nhân Linux có bộ lọc seccomp"},
              "seccomp");
}

// What libraries need to compute and to read files. Names that this architecture lacks are passed over.
constexpr auto kAllowed = std::to_array<const char*>({
    // memory
    "brk",
    "mmap",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    // files, for reading; open itself is judged by its flags below
    "read",
    "pread64",
    "readv",
    "preadv",
    "lseek",
    "close",
    "fstat",
    "stat",
    "lstat",
    "newfstatat",
    "statx",
    "access",
    "faccessat",
    "faccessat2",
    "readlink",
    "readlinkat",
    "getdents64",
    "getcwd",
    "statfs",
    "fstatfs",
    "dup",
    "dup2",
    "fadvise64",
    "flock",
    // the parent's socket and memory to hand to it
    "sendmsg",
    "recvmsg",
    "poll",
    "ppoll",
    "write",
    "writev",
    "memfd_create",
    "ftruncate",
    // time, locks and the process itself
    "futex",
    "clock_gettime",
    "clock_nanosleep",
    "nanosleep",
    "gettimeofday",
    "time",
    "getpid",
    "gettid",
    "getppid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getrusage",
    "getrandom",
    "sched_yield",
    "sched_getaffinity",
    "sysinfo",
    "uname",
    "getrlimit",
    "set_robust_list",
    "rseq",
    "restart_syscall",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigaltstack",
    "exit",
    "exit_group",
    "tgkill",
    "set_tid_address",
    "arch_prctl",
    "getpriority",
});

bool allow(void* filter, const char* name) {
  const int call = seccomp_syscall_resolve_name(name);
  return call == __NR_SCMP_ERROR || call < 0 || seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
}

// Opening is allowed when nothing in the flags writes, makes or empties.
bool allow_reading(void* filter) {
  constexpr scmp_datum_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  const scmp_arg_cmp of_open = SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY);
  const scmp_arg_cmp of_openat = SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY);
  const int open = seccomp_syscall_resolve_name("open");
  const bool good = open < 0 || seccomp_rule_add(filter, SCMP_ACT_ALLOW, open, 1, of_open) == 0;
  return good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, of_openat) == 0;
}

// fcntl and prlimit only to ask and to seal.
bool allow_asking(void* filter) {
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_ADD_SEALS, F_GET_SEALS}) {
    const scmp_arg_cmp is = SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command));
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, is) != 0) return false;
  }
  const scmp_arg_cmp no_new_limit = SCMP_A2(SCMP_CMP_EQ, 0);
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, no_new_limit) == 0;
}

bool limit(std::remove_const_t<decltype(RLIMIT_DATA)> what, rlim_t most) {
  const rlimit both{most, most};
  return ::setrlimit(what, &both) == 0;
}

bool set_limits(const SandboxLimits& limits) {
  bool good = limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__)  // the sanitizer's shadow alone is terabytes
  good = good && limit(RLIMIT_DATA, limits.memory_bytes);
#else
  static_cast<void>(limits);
#endif
  return good && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

}  // namespace

Result<void> enter_sandbox(const SandboxLimits& limits) {
  // What is not allowed fails as if it were forbidden to this user: libraries cope with that, and a call that is new to
  // us costs at most a page.
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  bool good = filter != nullptr && set_limits(limits);
  for (const char* name : kAllowed) good = good && allow(filter.get(), name);
  good = good && allow_reading(filter.get()) && allow_asking(filter.get());
  if (!good || seccomp_load(filter.get()) != 0) return no_filter();
  return {};
}

Result<void> enter_converter_sandbox(const SandboxLimits& limits) {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
  bool good = filter != nullptr && set_limits(limits);
  for (const int family : {AF_INET, AF_INET6, AF_PACKET, AF_NETLINK}) {
    const scmp_arg_cmp is = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family));
    good = good && seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, is) == 0;
  }
  for (const char* name : {"io_uring_setup", "ptrace", "bpf", "mount", "kexec_load"}) {
    const int call = seccomp_syscall_resolve_name(name);
    good = good && (call < 0 || seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0) == 0);
  }
  if (!good || seccomp_load(filter.get()) != 0) return no_filter();
  return {};
}

void die_with_parent() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

}  // namespace trichluc
