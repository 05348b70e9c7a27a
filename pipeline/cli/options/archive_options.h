// The part of the command line that keeps an archive: ingest, status, metadata, failures, rerun, verify, withdraw.
#pragma once

#include "pipeline/cli/options/command_group.h"

namespace trichluc::cli {

class ArchiveOptions : public CommandGroup {
 public:
  void add(const Program& program) override;

 private:
  void add_ingest(const Program& program);
  void add_status(const Program& program);
  void add_metadata(const Program& program);
  void add_failures(const Program& program);
  void add_rerun(const Program& program);
  void add_verify(const Program& program);
  void add_withdraw(const Program& program);

  IngestArguments ingest_arguments_;
  StatusArguments status_arguments_;
  MetadataArguments metadata_arguments_;
  FailuresArguments failures_arguments_;
  RerunArguments rerun_arguments_;
  VerifyArguments verify_arguments_;
  WithdrawArguments withdraw_arguments_;
};

}  // namespace trichluc::cli
