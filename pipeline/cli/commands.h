// The commands of the program, one a file. Each returns the exit code; data go to standard output or -o only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "pipeline/cli/language.h"

namespace trichluc::cli {

// The same records in a further format, into a file.
struct FurtherOutput {
  std::string format;
  std::string file;
};

struct ExtractArguments {
  std::string format;           // jsonl, json, csv, table; empty: table on a terminal, else jsonl
  std::set<std::string> types;  // empty: all
  std::string output;           // empty: standard output
  std::vector<FurtherOutput> also;
  int jobs = 0;  // 0: one a processor
  std::vector<std::string> files;
};
int extract_command(const ExtractArguments& arguments, Language language);

struct TextArguments {
  std::string format = "text";  // or jsonl
  int jobs = 0;
  std::vector<std::string> files;
};
int text_command(const TextArguments& arguments, Language language);

struct ExplainArguments {
  std::string file;  // empty: `text` is read
  std::string text;
  std::string fact_id;  // its beginning is enough; empty: all
};
int explain_command(const ExplainArguments& arguments, Language language);

struct EvalArguments {
  std::string gold_folder;
  std::vector<std::string> files;
  bool details = false;
  bool json = false;
  int jobs = 0;
};
int eval_command(const EvalArguments& arguments, Language language);

struct VersionArguments {
  bool full = false;
};
int version_command(const VersionArguments& arguments, Language language);

// The number of jobs meant by `asked`: 0 is one a processor.
int jobs_or_processors(int asked);

}  // namespace trichluc::cli
