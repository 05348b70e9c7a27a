#include "pipeline/run/snapshot.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace trichluc {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kStep = std::size_t{1} << 20U;

tl::unexpected<Error> refuse(const std::string& source, Message what) {
  return fail(ErrorCode::kFileAccess, std::move(what), source);
}

tl::unexpected<Error> not_opened(const std::string& source, int error) {
  if (error == ENOENT || error == ENOTDIR) {
    return refuse(source, {"there is no such file; check the path", "không có tệp này; hãy kiểm tra đường dẫn"});
  }
  if (error == ELOOP) {
    return refuse(source, {"the link leads round in a circle; give the file itself",
                           "liên kết trỏ vòng về chính nó; hãy đưa chính tệp"});
  }
  return refuse(source, {"the file cannot be read; check its permissions and the disk",
                         "không đọc được tệp; hãy kiểm tra quyền truy cập và ổ đĩa"});
}

tl::unexpected<Error> no_memory(const std::string& source) {
  return refuse(source, {"there is not enough memory for this file; close other programs or read it alone",
                         "không đủ bộ nhớ cho tệp này; hãy đóng bớt chương trình hoặc đọc riêng nó"});
}

tl::unexpected<Error> too_large(const std::string& source) {
  return refuse(source, {"the file is larger than 2 GB; split it", "tệp lớn hơn 2 GB; hãy chia nhỏ"});
}

bool same_moment(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

enum class Copied { kAll, kUnreadable, kNoMemory, kTooLarge };

Copied copy(int from, int to) {
  std::vector<char> buffer(kStep);
  std::uint64_t total = 0;
  for (;;) {
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Copied::kUnreadable;
    if (got == 0) return Copied::kAll;
    total += static_cast<std::uint64_t>(got);
    if (total > Snapshot::kMostBytes) return Copied::kTooLarge;
    if (!write_all(to, {buffer.data(), static_cast<std::size_t>(got)})) return Copied::kNoMemory;
  }
}

Result<Descriptor> copied(int from, const std::string& source) {
  Descriptor memory = make_shared_memory("trichluc-input");
  if (!memory) return no_memory(source);
  switch (copy(from, memory.get())) {
    case Copied::kAll:
      return memory;
    case Copied::kNoMemory:
      return no_memory(source);
    case Copied::kTooLarge:
      return too_large(source);
    case Copied::kUnreadable:
      break;
  }
  return not_opened(source, EIO);
}

Result<void> check_kind(const struct stat& status, const std::string& source) {
  if (S_ISDIR(status.st_mode)) {
    return refuse(source, {"this is a folder; give the files in it", "đây là thư mục; hãy đưa các tệp trong đó"});
  }
  if (!S_ISREG(status.st_mode)) {
    return refuse(source, {"this is a pipe, socket or device; give a file",
                           "đây là ống dẫn, socket hoặc thiết bị; hãy đưa một tệp"});
  }
  if (static_cast<std::uint64_t>(status.st_size) > Snapshot::kMostBytes) return too_large(source);
  return {};
}

}  // namespace

Descriptor make_shared_memory(const char* name) {
  return Descriptor(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Snapshot::Snapshot(Descriptor memory, const char* data, std::size_t size)
    : memory_(std::move(memory)), data_(data), size_(size) {}

Snapshot::Snapshot(Snapshot&& other) noexcept
    : memory_(std::move(other.memory_)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

Snapshot& Snapshot::operator=(Snapshot&& other) noexcept {
  std::swap(memory_, other.memory_);
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

Snapshot::~Snapshot() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Result<Snapshot> Snapshot::of_file(const fs::path& file) {
  const std::string source = file.string();
  for (int attempt = 0; attempt < 2; ++attempt) {
    // Without O_NONBLOCK a pipe without a writer would keep us waiting.
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!opened) return not_opened(source, errno);
    struct stat before {};
    struct stat after {};
    if (::fstat(opened.get(), &before) != 0) return not_opened(source, errno);
    if (auto kind = check_kind(before, source); !kind) return tl::unexpected(kind.error());
    auto memory = copied(opened.get(), source);
    if (!memory) return tl::unexpected(memory.error());
    auto snapshot = of_memory(std::move(*memory), source);
    const bool same = ::fstat(opened.get(), &after) == 0 && same_moment(before, after);
    const bool whole = snapshot && snapshot->bytes().size() == static_cast<std::size_t>(before.st_size);
    if (!snapshot || (same && whole)) return snapshot;
  }
  return refuse(source, {"the file changes while it is read; read it again when it is finished",
                         "tệp đang bị thay đổi trong lúc đọc; hãy đọc lại khi tệp đã ghi xong"});
}

Result<Snapshot> Snapshot::of_stream(int descriptor, const std::string& source) {
  auto memory = copied(descriptor, source);
  if (!memory) return tl::unexpected(memory.error());
  return of_memory(std::move(*memory), source);
}

Result<Snapshot> Snapshot::of_bytes(std::string_view bytes, const std::string& source) {
  Descriptor memory = make_shared_memory("trichluc-input");
  if (!memory || !write_all(memory.get(), bytes)) return no_memory(source);
  return of_memory(std::move(memory), source);
}

Result<Snapshot> Snapshot::of_memory(Descriptor memory, const std::string& source) {
  // Sealed, so that a worker can neither change the bytes under us nor cut them off.
  constexpr int kSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  struct stat status {};
  // What cannot be sealed is no shared memory of ours, whoever sent it.
  const int seals = ::fcntl(memory.get(), F_GET_SEALS);
  if (seals < 0) return no_memory(source);
  const bool sealed = (seals & kSeals) == kSeals;
  if (!sealed && ::fcntl(memory.get(), F_ADD_SEALS, kSeals) != 0) return no_memory(source);
  if (::fstat(memory.get(), &status) != 0) return no_memory(source);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > kMostBytes) return too_large(source);
  if (size == 0) return Snapshot(std::move(memory), nullptr, 0);
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, memory.get(), 0);
  if (data == MAP_FAILED) return no_memory(source);
  return Snapshot(std::move(memory), static_cast<const char*>(data), size);
}

}  // namespace trichluc
