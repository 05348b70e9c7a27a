#include "extractors/lexicon/table_files.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "extractors/lexicon/table_reader.h"

namespace trichluc {
namespace {

void take(DictionaryCheck& check, TableLines&& read) {
  ++check.tables;
  check.lines += read.entries.size() + read.removed.size();
  for (Error& fault : read.faults) check.faults.push_back(std::move(fault));
}

std::string contents_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  std::string contents(in ? static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0)) : 0, '\0');
  in.seekg(0);
  in.read(contents.data(), static_cast<std::streamsize>(contents.size()));
  contents.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return contents;
}

std::string path_of(const std::filesystem::path& folder, const std::string& name) {
  return (folder / (name + ".tsv")).string();
}

}  // namespace

Result<std::map<std::string, std::string>> read_table_files(const std::filesystem::path& folder) {
  std::map<std::string, std::string> tables;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (file.path().extension() != ".tsv") continue;
    tables[file.path().stem().string()] = contents_of(file.path());
  }
  if (error || tables.empty()) {
    return fail(ErrorCode::kBadDictionary,
                {"no tables (*.tsv) found in this folder; name the folder that holds them",
                 "không tìm thấy bảng từ (*.tsv) trong thư mục này; hãy nêu đúng thư mục chứa bảng"},
                folder.string());
  }
  return tables;
}

Error unknown_table(const std::filesystem::path& file) {
  return {ErrorCode::kBadDictionary,
          {"there is no table of this name to add to; dictionaries/README.md lists them",
           "không có bảng nào tên này để bổ sung; dictionaries/README.md liệt kê các bảng"},
          file.string()};
}

Error alike_names(const std::string& one, const std::string& other) {
  return {ErrorCode::kBadDictionary,
          {"the names of " + one + " and " + other + " are too much alike; give one of the tables another name",
           "tên của " + one + " và " + other + " giống nhau quá; hãy đặt tên khác cho một bảng"},
          other + ".tsv"};
}

Result<DictionaryCheck> check_tables(const std::filesystem::path& folder) {
  const auto tables = read_table_files(folder);
  if (!tables) return tl::unexpected<Error>(tables.error());
  DictionaryCheck check;
  for (const auto& [name, tsv] : *tables) take(check, read_table(tsv, path_of(folder, name)));
  return check;
}

Result<DictionaryCheck> check_added_tables(const Dictionaries& base, const std::filesystem::path& added) {
  const auto tables = read_table_files(added);
  if (!tables) return tl::unexpected<Error>(tables.error());
  DictionaryCheck check;
  for (const auto& [name, tsv] : *tables) {
    const std::string file = path_of(added, name);
    const Lexicon& table = base.table(name);
    if (table.name().empty()) {
      check.faults.push_back(unknown_table(file));
    } else {
      take(check, read_added_table(tsv, file, table));
    }
  }
  return check;
}

}  // namespace trichluc
