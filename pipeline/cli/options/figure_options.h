// The part of the command line that asks about figures and people, and hands them on: series, conflicts, officials,
// export.
#pragma once

#include "pipeline/cli/options/command_group.h"

namespace trichluc::cli {

class FigureOptions : public CommandGroup {
 public:
  void add(const Program& program) override;

 private:
  void add_series(const Program& program);
  void add_conflicts(const Program& program);
  void add_officials(const Program& program);
  void add_export(const Program& program);

  SeriesArguments series_arguments_;
  ConflictsArguments conflicts_arguments_;
  OfficialsArguments officials_arguments_;
  ExportArguments export_arguments_;
};

}  // namespace trichluc::cli
