// What all commands that read documents are told about how to read them.
#pragma once

#include <string>
#include <vector>

namespace trichluc::cli {

struct ReadingArguments {
  std::vector<std::string> files;
  std::string files_from;     // a list of further files, "-" for standard input; empty: none
  std::string pages;          // "1-3,7"; empty: all
  std::string model = "vie";  // of the recogniser
  std::string dictionaries;   // a folder of tables that are added to ours; empty: none
  int jobs = 0;               // processes that read pages; 0: one a processor
  int page_seconds = 120;     // the longest that one page may take
  std::string progress;       // "line", "json" or "none"; empty: a line on a terminal
};

// The number of jobs meant by `asked`: 0 is one a processor.
int jobs_or_processors(int asked);

}  // namespace trichluc::cli
