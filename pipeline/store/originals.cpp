#include "pipeline/store/originals.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace trichluc::store {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cannot_write(const fs::path& file, int error) {
  const std::string why = std::error_code(error, std::generic_category()).message();
  return fail(ErrorCode::kFileAccess,
              {"the original cannot be kept (" + why + "); make room on the disk and run it again",
               "không lưu được bản gốc (" + why + "); hãy dọn chỗ trên đĩa rồi chạy lại"},
              file.string());
}

// 0, or errno.
int write_and_sync(const fs::path& file, std::string_view bytes) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0444);
  if (descriptor < 0) return errno;
  int error = 0;
  while (error == 0 && !bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) error = errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (error == 0 && ::fsync(descriptor) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  return error;
}

void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

std::string original_name(std::string_view document_id) {
  const std::string_view hash = document_id.substr(document_id.find(':') + 1);
  return "originals/" + std::string(hash.substr(0, 2)) + "/" + std::string(hash.substr(2));
}

Result<void> keep_original(const fs::path& archive, std::string_view document_id, std::string_view bytes) {
  const fs::path file = archive / original_name(document_id);
  std::error_code error;
  if (fs::is_regular_file(file, error) && fs::file_size(file, error) == bytes.size()) return {};
  fs::create_directories(file.parent_path(), error);
  if (error) return cannot_write(file, error.value());
  // Two threads never keep the same document: the ingest lets one of them have it.
  const fs::path half = file.string() + ".part";
  fs::remove(half, error);
  const int failed = write_and_sync(half, bytes);
  if (failed != 0) {
    fs::remove(half, error);
    return cannot_write(file, failed);
  }
  fs::rename(half, file, error);
  if (error) return cannot_write(file, error.value());
  sync_folder(file.parent_path());
  sync_folder(archive / "originals");
  return {};
}

}  // namespace trichluc::store
