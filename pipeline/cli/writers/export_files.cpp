#include "pipeline/cli/writers/export_files.h"

#include <unistd.h>

#include <system_error>

#include "pipeline/cli/output.h"

namespace trichluc::cli {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> is_there(const fs::path& path) {
  return fail(ErrorCode::kFileAccess,
              {"this is there already; choose another name, or give --force to write over it",
               "đã có sẵn; hãy chọn tên khác, hoặc thêm --force để ghi đè"},
              path.string());
}

tl::unexpected<Error> cannot_make(const fs::path& path, const std::error_code& error) {
  return fail(ErrorCode::kFileAccess,
              {"the output cannot be written (" + error.message() + "); check the folder and its permissions",
               "không ghi được kết quả (" + error.message() + "); hãy kiểm tra thư mục và quyền"},
              path.string());
}

// Beside the wanted file, so that renaming stays on one disk.
fs::path temporary_name(const fs::path& path) {
  const std::string number = std::to_string(::getpid());
  return path.parent_path() / ("." + path.filename().string() + "." + number + ".part");
}

// An error of writing names the file as its reader knows it.
Result<void> named_by(const fs::path& wanted, Result<void> written) {
  if (!written) written.error().where = wanted.string();
  return written;
}

bool is_there_already(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

}  // namespace

PartFile::PartFile(const fs::path& wanted) : path_(temporary_name(wanted)) {
  std::error_code error;
  fs::remove(path_, error);
}

PartFile::~PartFile() {
  std::error_code error;
  if (!path_.empty()) fs::remove(path_, error);
}

Result<FileInMaking> FileInMaking::begin(const std::string& path, bool force) {
  if (!force && is_there_already(path)) return is_there(path);
  return FileInMaking(path);
}

Result<void> FileInMaking::named(Result<void> written) const {
  return named_by(path_, std::move(written));
}

Result<void> FileInMaking::finish() {
  std::error_code error;
  fs::rename(part_.path(), path_, error);
  if (error) return cannot_make(path_, error);
  return {};
}

Result<FolderInMaking> FolderInMaking::begin(const std::string& path, bool force) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return cannot_make(path, error);
  return FolderInMaking(path, force);
}

Result<void> FolderInMaking::add(const std::string& name, std::string_view content) {
  const fs::path wanted = path_ / name;
  if (!force_ && is_there_already(wanted)) return is_there(wanted);
  files_.push_back({wanted, PartFile(wanted)});
  auto output = Output::to_file(files_.back().part.path().string());
  if (!output) return named_by(wanted, tl::unexpected<Error>(output.error()));
  auto written = output->write(content);
  if (written) written = output->close();
  return named_by(wanted, std::move(written));
}

Result<void> FolderInMaking::finish() {
  for (const File& file : files_) {
    std::error_code error;
    fs::rename(file.part.path(), file.wanted, error);
    if (error) return cannot_make(file.wanted, error);
  }
  return {};
}

}  // namespace trichluc::cli
