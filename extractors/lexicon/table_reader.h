// Reads the lines of a table of dictionaries/, every fault with its line and not only the first. Lines of an added
// table
// (--dictionaries) are read against the table they are added to.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/lexicon/lexicon.h"
#include "pipeline/base/result.h"

namespace trichluc {

struct TableLines {
  std::vector<std::string> columns;
  std::map<std::string, std::vector<std::string>> values;  // by column: all that may stand in it, "-" always may
  std::vector<Entry> entries;
  std::vector<std::string> removed;  // forms that an added table takes away ("!form<TAB>source")
  std::vector<Error> faults;         // in the order of the lines; `where` is "file:line"
};

// `file` is what faults call the table: "currencies.tsv", or its path.
TableLines read_table(std::string_view tsv, const std::string& file);

// An added table has the columns and values of `base`, whether or not it repeats its head.
TableLines read_added_table(std::string_view tsv, const std::string& file, const Lexicon& base);

}  // namespace trichluc
