// A table of corpus/phrases: one phrase a line, what it states, and the construction it stands for.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace trichluc::corpus {

struct Phrase {
  std::string file;  // "count.tsv"
  int line = 0;
  std::string expected;  // see notation.h; "-": nothing may be read
  std::string text;
  std::string construction;
};

// Throws std::runtime_error that names file and line when a line has not three columns.
std::vector<Phrase> read_phrases(const std::filesystem::path& table);

// The lines "file <TAB> phrase" of phrases_not_yet.tsv.
std::set<std::pair<std::string, std::string>> read_not_yet(const std::filesystem::path& list);

}  // namespace trichluc::corpus
