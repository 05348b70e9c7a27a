#include "pipeline/cli/page_jobs.h"

#include <string_view>

#include "pipeline/ocr/tesseract_engine.h"
#include "pipeline/run/page_worker.h"

namespace trichluc::cli {

bool is_page_worker(int count, const char* const* words) {
  return count == 3 && std::string_view(words[1]) == kPageWorkerFlag;
}

int page_worker_command(int, const char* const* words) {
  ocr::TesseractOptions options;
  options.model = words[2];
  return serve_pages([options] { return ocr::make_tesseract(options); }, SandboxLimits{});
}

bool is_converter(int count, const char* const* words) {
  return count >= 3 && std::string_view(words[1]) == kConverterFlag;
}

int converter_command(int count, const char* const* words) {
  return become_converter({words + 2, words + count});
}

ConverterOptions converter_options(const ReadingArguments& reading) {
  return {"/proc/self/exe", find_office(), std::chrono::seconds(reading.page_seconds)};
}

PagePoolOptions pool_options(const ReadingArguments& reading) {
  PagePoolOptions options;
  options.program = {"/proc/self/exe", {kPageWorkerFlag, reading.model}};
  options.workers = jobs_or_processors(reading.jobs);
  options.page_time = std::chrono::seconds(reading.page_seconds);
  return options;
}

}  // namespace trichluc::cli
