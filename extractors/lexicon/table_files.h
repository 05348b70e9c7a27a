// The tables of a folder, as they stand in its files.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/base/result.h"

namespace trichluc {

// Every *.tsv of `folder` by its name without the ending. An error where there is none (ErrorCode::kBadDictionary).
Result<std::map<std::string, std::string>> read_table_files(const std::filesystem::path& folder);

struct DictionaryCheck {
  std::size_t tables = 0;
  std::size_t lines = 0;      // that say something: comments are none
  std::vector<Error> faults;  // all of them, by table and line; `where` is "path:line"
};

// The tables of `folder`, which is complete in itself.
Result<DictionaryCheck> check_tables(const std::filesystem::path& folder);
// The tables of `added` as additions to those of `base`, as --dictionaries reads them.
Result<DictionaryCheck> check_added_tables(const Dictionaries& base, const std::filesystem::path& added);

// No table of that name can be added to.
Error unknown_table(const std::filesystem::path& file);
// Of two tables that TableKey does not tell apart.
Error alike_names(const std::string& one, const std::string& other);

}  // namespace trichluc
