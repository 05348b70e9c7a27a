// The part of the command line that corrects: correct, add, reject, confirm, merge, split, corrections, review. Its
// .cpp sees CLI11 like arguments.cpp.
#pragma once

#include <optional>
#include <string>

#include "pipeline/cli/arguments.h"

namespace CLI {
class App;
}

namespace trichluc::cli {

class CorrectionOptions {
 public:
  // Must live as long as the parser.
  void add(CLI::App& program, Language language);
  // One of its commands was given.
  bool parsed() const;
  // Puts the arguments of that command into the line; what is wrong with them instead.
  std::optional<std::string> fill(CommandLine& line, Language language) const;

 private:
  void add_facts(CLI::App& program, Language language);
  void add_people(CLI::App& program, Language language);
  void add_lists(CLI::App& program, Language language);
  std::optional<std::string> correct_fault(Language language) const;

  CLI::App* correct_ = nullptr;
  CLI::App* add_ = nullptr;
  CLI::App* reject_ = nullptr;
  CLI::App* confirm_ = nullptr;
  CLI::App* merge_ = nullptr;
  CLI::App* split_ = nullptr;
  CLI::App* corrections_ = nullptr;
  CLI::App* review_ = nullptr;
  CorrectArguments correct_arguments_;
  AddArguments add_arguments_;
  RejectArguments reject_arguments_;
  ConfirmArguments confirm_arguments_;
  MergeArguments merge_arguments_;
  SplitArguments split_arguments_;
  CorrectionsArguments corrections_arguments_;
  ReviewArguments review_arguments_;
};

}  // namespace trichluc::cli
