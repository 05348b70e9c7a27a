#include "pipeline/source/folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace trichluc {
namespace {

namespace fs = std::filesystem;

Error cannot_list(const fs::path& folder) {
  return {ErrorCode::kFileAccess,
          {"the folder cannot be read; check its permissions and the disk",
           "không đọc được thư mục; hãy kiểm tra quyền truy cập và ổ đĩa"},
          folder.string()};
}

Error leads_nowhere(const fs::path& link) {
  return {ErrorCode::kFileAccess,
          {"the link leads to no file; restore the file or remove the link",
           "liên kết không trỏ tới tệp nào; hãy khôi phục tệp hoặc xóa liên kết"},
          link.string()};
}

Error no_file(const fs::path& path) {
  return {ErrorCode::kFileAccess,
          {"this is a pipe, socket or device; give a file", "đây là ống dẫn, socket hoặc thiết bị; hãy đưa một tệp"},
          path.string()};
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.empty() && name[0] == '.';
}

class FolderLister {
 public:
  std::vector<ListedFile> list(const fs::path& folder) {
    enter(folder);
    while (!folders_.empty()) {
      const fs::path next = std::move(folders_.back());
      folders_.pop_back();
      read(next);
    }
    std::sort(files_.begin(), files_.end(),
              [](const ListedFile& a, const ListedFile& b) { return a.path.native() < b.path.native(); });
    return std::move(files_);
  }

 private:
  void enter(const fs::path& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) {
      files_.push_back({folder, cannot_list(folder)});
    } else if (seen_.insert({status.st_dev, status.st_ino}).second) {
      folders_.push_back(folder);
    }
  }

  void read(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    std::vector<fs::path> below;
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (!is_hidden(entry->path())) below.push_back(entry->path());
    }
    if (error) files_.push_back({folder, cannot_list(folder)});
    // In a fixed order, so that of two links to one folder always the same is followed.
    std::sort(below.begin(), below.end());
    for (const fs::path& path : below) add(path);
  }

  void add(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    switch (status.type()) {
      case fs::file_type::regular:
        files_.push_back({path, std::nullopt});
        break;
      case fs::file_type::directory:
        enter(path);
        break;
      case fs::file_type::not_found:
      case fs::file_type::none:
        files_.push_back({path, leads_nowhere(path)});
        break;
      default:
        files_.push_back({path, no_file(path)});
    }
  }

  std::vector<fs::path> folders_;
  std::set<std::pair<dev_t, ino_t>> seen_;
  std::vector<ListedFile> files_;
};

}  // namespace

std::vector<ListedFile> list_folder(const fs::path& folder) {
  return FolderLister().list(folder);
}

}  // namespace trichluc
