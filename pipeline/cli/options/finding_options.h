// The part of the command line that looks into an archive: search, show.
#pragma once

#include "pipeline/cli/options/command_group.h"

namespace trichluc::cli {

class FindingOptions : public CommandGroup {
 public:
  void add(const Program& program) override;

 private:
  void add_search(const Program& program);
  void add_show(const Program& program);

  SearchArguments search_arguments_;
  ShowArguments show_arguments_;
};

}  // namespace trichluc::cli
