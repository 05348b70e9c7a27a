// What every command does with its files: list them, load the dictionaries, run over them in order, tell what went
// wrong and choose the exit code.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/language.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/reading.h"
#include "pipeline/run/input_visitor.h"
#include "pipeline/run/runner.h"

namespace trichluc::cli {

// A file to read; `error` is set where there is none.
struct Input {
  std::string source;
  std::optional<Error> error;
};

// Folders stand for the files in them, without hidden ones and without tables and JSON (gold, output of this program).
// The names of --files-from come after those of the command line; an unreadable list is an error of the run.
Result<std::vector<Input>> list_all(const ReadingArguments& reading);

// The exit code of a run: that of a single file; for several 20 when some failed and some did not, else the first's.
class ExitCodes {
 public:
  void add(ErrorCode code);
  int result() const;

 private:
  int done_ = 0;
  int failed_ = 0;
  ErrorCode first_failure_ = ErrorCode::kOk;
};

// 20 when some pages could not be read, 2 when none could.
ErrorCode code_of(const Document& document);
// Errors and warnings of a document on standard error, one line each.
void tell_about(const DocumentRecords& records, Language language);

// A line of JSON for a document that could not be opened, where one of a page or a document would have stood.
std::string refused_line(const std::string& source, const Error& error);

// Ends the program at once with whole lines written; threads may still be at work.
[[noreturn]] void leave(int code);
// Writes and leaves when that fails.
void write_or_stop(Output& output, const std::string& text, Language language);
// The same, and leaves when nobody reads any more.
void write_or_leave(Output& output, const std::string& text, Language language);

// Reads every input through a pool of page workers and gives what comes of it to `use`, in the order of the inputs.
// Messages about documents are told, and the exit code counts them. `on_interrupt` is called before the program leaves
// with 130.
struct Batch {
  Language language = Language::kEnglish;
  const ReadingArguments* reading = nullptr;
  RunCounters* counters = nullptr;
  InputVisitor::Work work = {};
  std::function<void(Delivery)> use = {};
  std::function<void()> on_interrupt = [] {};
  // Stands around the reading of one input, on its thread; without it the input is read and nothing more.
  using ReadInput = std::function<void(const Emit& emit)>;
  std::function<void(const Input& input, const ReadInput& read, const Emit& emit)> around = {};
};
// Returns the exit code of the run.
int run_batch(const std::vector<Input>& inputs, const Batch& batch);

// The pages that are wanted; `reading.pages` was checked when the command line was read.
PageRanges wanted_pages(const ReadingArguments& reading);

}  // namespace trichluc::cli
