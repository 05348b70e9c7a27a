// The part of the command line that reads documents and words: extract, text, inspect, explain, eval,
// check-dictionaries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/options/command_group.h"

namespace trichluc::cli {

class ReadingOptions : public CommandGroup {
 public:
  void add(const Program& program) override;

 private:
  void add_extract(const Program& program);
  void add_text(const Program& program);
  void add_inspect(const Program& program);
  void add_explain(const Program& program);
  void add_eval(const Program& program);
  void add_check(const Program& program);
  std::optional<Message> take_extract(CommandLine& line) const;
  std::optional<Message> take_explain(CommandLine& line, bool has_text) const;

  std::vector<std::string> types_, also_;
  ExtractArguments extract_arguments_;
  TextArguments text_arguments_;
  InspectArguments inspect_arguments_;
  std::string explain_file_, explain_id_, explain_text_, explain_format_;
  bool explain_numbers_ = false;
  ReadingArguments explain_reading_;
  EvalArguments eval_arguments_;
  CheckDictionariesArguments check_arguments_;
};

}  // namespace trichluc::cli
