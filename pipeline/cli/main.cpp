// trichluc: reads the command line and calls the command.
#include <cstdio>
#include <exception>
#include <string>

#include "pipeline/cli/arguments.h"
#include "pipeline/cli/interrupt.h"
#include "pipeline/cli/page_jobs.h"
#include "pipeline/run/memory.h"

namespace {

using namespace trichluc::cli;

struct Call {
  Language language;

  int operator()(const Usage& usage) const {
    std::fputs(usage.text.c_str(), usage.asked_for ? stdout : stderr);
    return usage.asked_for ? 0 : static_cast<int>(trichluc::ErrorCode::kBadArguments);
  }
  int operator()(const ExtractArguments& arguments) const { return extract_command(arguments, language); }
  int operator()(const TextArguments& arguments) const { return text_command(arguments, language); }
  int operator()(const InspectArguments& arguments) const { return inspect_command(arguments, language); }
  int operator()(const ExplainArguments& arguments) const { return explain_command(arguments, language); }
  int operator()(const EvalArguments& arguments) const { return eval_command(arguments, language); }
  int operator()(const CheckDictionariesArguments& arguments) const {
    return check_dictionaries_command(arguments, language);
  }
  int operator()(const IngestArguments& arguments) const { return ingest_command(arguments, language); }
  int operator()(const StatusArguments& arguments) const { return status_command(arguments, language); }
  int operator()(const MetadataArguments& arguments) const { return metadata_command(arguments, language); }
  int operator()(const FailuresArguments& arguments) const { return failures_command(arguments, language); }
  int operator()(const RerunArguments& arguments) const { return rerun_command(arguments, language); }
  int operator()(const VerifyArguments& arguments) const { return verify_command(arguments, language); }
  int operator()(const WithdrawArguments& arguments) const { return withdraw_command(arguments, language); }
  int operator()(const SearchArguments& arguments) const { return search_command(arguments, language); }
  int operator()(const ShowArguments& arguments) const { return show_command(arguments, language); }
  int operator()(const SeriesArguments& arguments) const { return series_command(arguments, language); }
  int operator()(const ConflictsArguments& arguments) const { return conflicts_command(arguments, language); }
  int operator()(const OfficialsArguments& arguments) const { return officials_command(arguments, language); }
  int operator()(const ExportArguments& arguments) const { return export_command(arguments, language); }
  int operator()(const CorrectArguments& arguments) const { return correct_command(arguments, language); }
  int operator()(const AddArguments& arguments) const { return add_command(arguments, language); }
  int operator()(const RejectArguments& arguments) const { return reject_command(arguments, language); }
  int operator()(const ConfirmArguments& arguments) const { return confirm_command(arguments, language); }
  int operator()(const MergeArguments& arguments) const { return merge_command(arguments, language); }
  int operator()(const SplitArguments& arguments) const { return split_command(arguments, language); }
  int operator()(const CorrectionsArguments& arguments) const { return corrections_command(arguments, language); }
  int operator()(const ReviewArguments& arguments) const { return review_command(arguments, language); }
  int operator()(const VersionArguments& arguments) const { return version_command(arguments, language); }
};

}  // namespace

int main(int count, char** words) {
  trichluc::keep_freed_memory();
  try {
    if (is_page_worker(count, words)) return page_worker_command(count, words);
    if (is_converter(count, words)) return converter_command(count, words);
    watch_signals();
    const CommandLine line = read_command_line(count, words);
    return std::visit(Call{line.language}, line.command);
  } catch (const std::exception& thrown) {
    const std::string what = thrown.what();
    tell("trichluc: stopped unexpectedly (" + what + "); please report it · dừng bất ngờ; xin báo lỗi");
    return static_cast<int>(trichluc::ErrorCode::kOther);
  }
}
