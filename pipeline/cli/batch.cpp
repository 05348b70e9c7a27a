#include "pipeline/cli/batch.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <thread>

#include "pipeline/cli/interrupt.h"
#include "pipeline/cli/page_jobs.h"
#include "pipeline/cli/progress.h"
#include "pipeline/record/json_writer.h"
#include "pipeline/run/ordered_streams.h"
#include "pipeline/source/folder.h"

namespace trichluc::cli {
namespace fs = std::filesystem;

namespace {

bool is_data_file(const fs::path& file) {
  static constexpr std::array<const char*, 4> kData{".json", ".jsonl", ".csv", ".tsv"};
  return std::find(kData.begin(), kData.end(), file.extension().string()) != kData.end();
}

void add_folder(const std::string& folder, std::vector<Input>& inputs) {
  const std::size_t before = inputs.size();
  for (ListedFile& file : list_folder(folder)) {
    if (file.error || !is_data_file(file.path)) inputs.push_back({file.path.string(), std::move(file.error)});
  }
  if (inputs.size() > before) return;
  inputs.push_back({folder, Error{ErrorCode::kUnreadableInput,
                                  {"there is no document in this folder; give the folder that holds them",
                                   "thư mục này không có tài liệu nào; hãy chỉ đúng thư mục chứa chúng"},
                                  folder}});
}

void add_input(const std::string& name, std::vector<Input>& inputs) {
  std::error_code error;
  if (name != kStandardInput && fs::is_directory(name, error)) return add_folder(name, inputs);
  inputs.push_back({name, std::nullopt});
}

// The names in a list: one a line, or ended by zero bytes where there are any, as `find -print0` writes them, since a
// name may hold a line end. A byte order mark and CR before LF are a spreadsheet's.
std::vector<std::string> names_in(std::string_view list) {
  if (list.starts_with("\xEF\xBB\xBF")) list.remove_prefix(3);
  const char end = list.find('\0') == std::string_view::npos ? '\n' : '\0';
  std::vector<std::string> names;
  while (!list.empty()) {
    std::string_view name = list.substr(0, list.find(end));
    list.remove_prefix(std::min(name.size() + 1, list.size()));
    if (end == '\n' && name.ends_with('\r')) name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
  }
  return names;
}

}  // namespace

Result<std::vector<Input>> list_all(const ReadingArguments& reading) {
  std::vector<std::string> names = reading.files;
  if (!reading.files_from.empty()) {
    const bool standard = reading.files_from == kStandardInput;
    const auto list = standard ? Snapshot::of_stream(0, kStandardInput) : Snapshot::of_file(reading.files_from);
    if (!list) return tl::unexpected(list.error());
    for (std::string& name : names_in(list->bytes())) names.push_back(std::move(name));
  }
  std::vector<Input> inputs;
  for (const std::string& name : names) add_input(name, inputs);
  return inputs;
}

PageRanges wanted_pages(const ReadingArguments& reading) {
  return reading.pages.empty() ? PageRanges() : PageRanges::parse(reading.pages).value_or(PageRanges());
}

int jobs_or_processors(int asked) {
  return asked > 0 ? asked : static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

void ExitCodes::add(ErrorCode code) {
  if (code == ErrorCode::kOk) {
    ++done_;
    return;
  }
  if (failed_++ == 0) first_failure_ = code;
}

int ExitCodes::result() const {
  if (failed_ > 0 && done_ > 0) return static_cast<int>(ErrorCode::kPartlyFailed);
  return static_cast<int>(first_failure_);
}

ErrorCode code_of(const Document& document) {
  const auto is_failed = [](const Page& page) { return page.origin == TextOrigin::kFailed; };
  const auto failed = std::count_if(document.pages.begin(), document.pages.end(), is_failed);
  if (failed == 0) return ErrorCode::kOk;
  const bool nothing_read = static_cast<std::size_t>(failed) == document.pages.size();
  return nothing_read ? ErrorCode::kUnreadableInput : ErrorCode::kPartlyFailed;
}

void tell_about(const DocumentRecords& records, Language language) {
  if (records.error) {
    Error error = *records.error;
    if (error.where.empty()) error.where = records.source;
    tell(error_line(error, language));
    return;
  }
  for (const Message& warning : records.document.warnings) {
    tell(error_line({ErrorCode::kOk, warning, records.source}, language));
  }
}

std::string refused_line(const std::string& source, const Error& error) {
  JsonWriter json;
  json.begin_object().key("source").string(source).key("error").begin_object();
  json.key("code").integer(static_cast<int>(error.code)).key("what").string(error.what.en);
  json.key("where").string(error.where).end_object().end_object();
  return json.take() + "\n";
}

void leave(int code) {
  std::fflush(nullptr);
  std::_Exit(code);
}

void write_or_stop(Output& output, const std::string& text, Language language) {
  const auto written = output.write(text);
  if (written) return;
  tell(error_line(written.error(), language));
  leave(static_cast<int>(written.error().code));
}

void write_or_leave(Output& output, const std::string& text, Language language) {
  write_or_stop(output, text, language);
  if (output.reader_is_gone()) leave(0);
}

namespace {

[[noreturn]] void leave_interrupted(const Batch& batch, Converter& converter, Progress& progress) {
  batch.on_interrupt();
  converter.abandon();
  progress.clear();
  tell("trichluc: " +
       in_language({"interrupted; what was written so far is whole", "đã bị ngắt; phần đã ghi vẫn trọn vẹn"},
                   batch.language));
  leave(static_cast<int>(ErrorCode::kInterrupted));
}

}  // namespace

int run_batch(const std::vector<Input>& inputs, const Batch& batch) {
  batch.counters->documents += inputs.size();
  PagePool pool(pool_options(*batch.reading));
  Converter converter(converter_options(*batch.reading));
  const InputVisitor visitor(pool, converter, *batch.counters, batch.work);
  Progress progress(progress_form(batch.reading->progress), batch.language, *batch.counters);
  ExitCodes codes;
  OrderedStreams<Delivery> plan;
  plan.count = inputs.size();
  // One thread more than there are workers: while it extracts facts, the workers read on.
  plan.jobs = pool.workers() + 1;
  plan.work = [&](std::size_t index, const Emit& emit) {
    const Input& input = inputs[index];
    const auto read = [&](const Emit& hand_on) {
      if (!input.error) return visitor.visit(input.source, hand_on);
      ++batch.counters->failed_access;
      ++batch.counters->documents_failed;
      hand_on(refusal(input.source, *input.error));
    };
    if (batch.around) return batch.around(input, read, emit);
    read(emit);
  };
  plan.use = [&](Delivery delivery) {
    progress.clear();
    if (delivery.complete) {
      const DocumentRecords& records = delivery.records;
      tell_about(records, batch.language);
      codes.add(records.error ? records.error->code : code_of(records.document));
    }
    batch.use(std::move(delivery));
  };
  plan.poll = [&] {
    if (was_interrupted()) leave_interrupted(batch, converter, progress);
    progress.show();
  };
  run_in_order(plan);
  progress.end();
  return codes.result();
}

}  // namespace trichluc::cli
