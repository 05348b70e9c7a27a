#include "pipeline/cli/export_files.h"

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

class Remover {
 public:
  explicit Remover(fs::path path) : path_(std::move(path)) {}
  Remover(const Remover&) = delete;
  Remover& operator=(const Remover&) = delete;
  ~Remover() {
    std::error_code error;
    fs::remove(path_, error);
  }

 private:
  fs::path path_;
};

bool is_there_already(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

}  // namespace

Result<void> make_file(const std::string& path, bool force,
                       const std::function<Result<void>(const std::string&)>& write) {
  if (!force && is_there_already(path)) return is_there(path);
  const fs::path part = temporary_name(path);
  std::error_code error;
  fs::remove(part, error);
  const Remover remover(part);
  auto written = write(part.string());
  if (!written) {
    written.error().where = path;
    return written;
  }
  fs::rename(part, path, error);
  if (error) return cannot_make(path, error);
  return {};
}

Result<void> make_folder(const std::string& path, bool force, const std::vector<NamedContent>& files) {
  std::error_code error;
  for (const NamedContent& file : files) {
    if (!force && is_there_already(fs::path(path) / file.name)) return is_there(fs::path(path) / file.name);
  }
  fs::create_directories(path, error);
  if (error) return cannot_make(path, error);
  std::vector<std::unique_ptr<Remover>> removers;
  for (const NamedContent& file : files) {
    const fs::path part = temporary_name(fs::path(path) / file.name);
    removers.push_back(std::make_unique<Remover>(part));
    auto output = Output::to_file(part.string());
    if (!output) return tl::unexpected<Error>(output.error());
    auto written = output->write(file.content());
    if (written) written = output->close();
    if (!written) return written;
  }
  for (const NamedContent& file : files) {
    fs::rename(temporary_name(fs::path(path) / file.name), fs::path(path) / file.name, error);
    if (error) return cannot_make(fs::path(path) / file.name, error);
  }
  return {};
}

}  // namespace trichluc::cli
