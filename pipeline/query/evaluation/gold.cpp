#include "pipeline/query/evaluation/gold.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace trichluc::query {
namespace fs = std::filesystem;

namespace {

Result<std::vector<fs::path>> json_files(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".json") files.push_back(it->path());
  }
  if (error) {
    return fail(
        ErrorCode::kFileAccess,
        {"the folder of gold files cannot be read (" + error.message() + "); check the path and its permissions",
         "không đọc được thư mục đáp án (" + error.message() + "); hãy kiểm tra đường dẫn và quyền truy cập"},
        folder.string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::vector<GoldFile>> read_gold(const fs::path& folder) {
  const auto files = json_files(folder);
  if (!files) return tl::unexpected(files.error());
  if (files->empty()) {
    return fail(ErrorCode::kBadArguments,
                {"there is no gold file (NAME.json) in this folder; give the folder that holds them",
                 "thư mục này không có tệp đáp án (TÊN.json) nào; hãy chỉ đúng thư mục chứa chúng"},
                folder.string());
  }
  std::vector<GoldFile> gold;
  for (const fs::path& file : *files) {
    std::ifstream in(file, std::ios::binary);
    std::string json{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
      return fail(ErrorCode::kFileAccess,
                  {"the gold file cannot be read; check its permissions",
                   "không đọc được tệp đáp án; hãy kiểm tra quyền truy cập"},
                  file.string());
    }
    gold.push_back({file.stem().string(), std::move(json)});
  }
  return gold;
}

std::string pairing_stem(std::string_view source) {
  while (source.size() > 1 && source.back() == '/') source.remove_suffix(1);
  const std::size_t slash = source.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? source : source.substr(slash + 1);
  return std::string(name.substr(0, name.find('.')));
}

}  // namespace trichluc::query
