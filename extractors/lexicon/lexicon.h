// A table of dictionaries/: strict TSV, one folded form a line, the last column its source.
//
//   # columns: form currency source
//   đô la mỹ<TAB>USD<TAB>https://…
//
// The first line that starts with "# columns:" names the columns; every other line that starts with '#' is a comment.
// Read strictly: a missing column, an unfolded or doubled form is an error that names file and line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"

namespace trichluc {

struct Entry {
  std::string form;                 // folded (text::fold)
  std::vector<std::string> values;  // the columns between form and source, as written ("-" stands for empty)
  int line = 0;
};

class Lexicon {
 public:
  static Result<Lexicon> parse(std::string_view tsv, std::string name);

  const std::string& name() const { return name_; }  // "currencies"
  const std::vector<Entry>& entries() const { return entries_; }
  // The value of a named column, empty for "-".
  std::string_view value(const Entry& entry, std::string_view column) const;

 private:
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Entry> entries_;
};

}  // namespace trichluc
