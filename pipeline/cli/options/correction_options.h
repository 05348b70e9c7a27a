// The part of the command line that corrects: correct, add, reject, confirm, merge, split, corrections, review.
#pragma once

#include "pipeline/cli/options/command_group.h"

namespace trichluc::cli {

class CorrectionOptions : public CommandGroup {
 public:
  void add(const Program& program) override;

 private:
  void add_facts(const Program& program);
  void add_judgements(const Program& program);
  void add_people(const Program& program);
  void add_lists(const Program& program);

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
