#include "pipeline/cli/batch.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "pipeline/cli/interrupt.h"
#include "pipeline/ocr/tesseract_engine.h"
#include "pipeline/run/in_order.h"
#include "pipeline/source/open.h"

namespace trichluc::cli {
namespace fs = std::filesystem;

namespace {

bool is_data_file(const fs::path& file) {
  static constexpr std::array<const char*, 4> kData{".json", ".jsonl", ".csv", ".tsv"};
  return std::find(kData.begin(), kData.end(), file.extension().string()) != kData.end();
}

std::vector<Input> list_folder(const std::string& folder) {
  std::vector<Input> inputs;
  const auto files = list_inputs(folder);
  if (!files) return {{folder, files.error()}};
  for (const fs::path& file : *files) {
    if (!is_data_file(file)) inputs.push_back({file.string(), std::nullopt});
  }
  if (!inputs.empty()) return inputs;
  return {{folder, Error{ErrorCode::kUnreadableInput,
                         {"there is no document in this folder; give the folder that holds them",
                          "thư mục này không có tài liệu nào; hãy chỉ đúng thư mục chứa chúng"},
                         folder}}};
}

}  // namespace

std::vector<Input> list_all(const std::vector<std::string>& files_and_folders) {
  std::vector<Input> inputs;
  for (const std::string& name : files_and_folders) {
    std::error_code error;
    if (name == "-" || !fs::is_directory(name, error)) {
      inputs.push_back({name, std::nullopt});
      continue;
    }
    for (Input& input : list_folder(name)) inputs.push_back(std::move(input));
  }
  return inputs;
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

EngineFactory tesseract_factory() {
  return [] { return ocr::make_tesseract(); };
}

void run_batch(const std::vector<Input>& inputs, const Batch& batch) {
  InOrder<DocumentRecords> plan;
  plan.count = inputs.size();
  plan.jobs = batch.jobs;
  plan.make_worker = [&inputs, &batch] {
    const auto engine = std::make_shared<LazyEngine>(tesseract_factory());
    return [&inputs, &batch, engine](std::size_t index) {
      const Input& input = inputs[index];
      if (!input.error) return batch.work(input, *engine);
      DocumentRecords refused;
      refused.source = input.source;
      refused.error = input.error;
      return refused;
    };
  };
  plan.use = [&batch](std::size_t, DocumentRecords records) { batch.use(std::move(records)); };
  plan.poll = [&batch] {
    if (!was_interrupted()) return;
    batch.on_interrupt();
    tell("trichluc: " +
         in_language({"interrupted; what was written so far is whole", "đã bị ngắt; phần đã ghi vẫn trọn vẹn"},
                     batch.language));
    leave(static_cast<int>(ErrorCode::kInterrupted));
  };
  run_in_order(plan);
}

}  // namespace trichluc::cli
