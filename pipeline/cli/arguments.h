// The command line, read: its commands stand in groups, a file for each subject (*_options.h).
#pragma once

#include <string>
#include <variant>

#include "pipeline/cli/commands.h"

namespace trichluc::cli {

// Help was asked for, or the arguments are wrong.
struct Usage {
  std::string text;
  bool asked_for = false;  // then it goes to standard output and the code is 0
};

struct CommandLine {
  Language language = Language::kEnglish;
  std::variant<Usage, ExtractArguments, TextArguments, InspectArguments, ExplainArguments, EvalArguments,
               CheckDictionariesArguments, IngestArguments, StatusArguments, MetadataArguments, FailuresArguments,
               RerunArguments, VerifyArguments, WithdrawArguments, SearchArguments, ShowArguments, SeriesArguments,
               ConflictsArguments, OfficialsArguments, ExportArguments, CorrectArguments, AddArguments, RejectArguments,
               ConfirmArguments, MergeArguments, SplitArguments, CorrectionsArguments, ReviewArguments,
               VersionArguments>
      command;
};

CommandLine read_command_line(int count, const char* const* words);

}  // namespace trichluc::cli
