// What every command does with its files: list them, load the dictionaries, run over them in order, tell what went
// wrong and choose the exit code.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/language.h"
#include "pipeline/cli/output.h"
#include "pipeline/run/lazy_engine.h"
#include "pipeline/run/runner.h"

namespace trichluc::cli {

// A file to read; `error` is set where there is none.
struct Input {
  std::string source;
  std::optional<Error> error;
};

// Folders stand for the files in them, without hidden ones and without tables and JSON (gold, output of this program).
std::vector<Input> list_all(const std::vector<std::string>& files_and_folders);

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

// Ends the program at once with whole lines written; threads may still be at work.
[[noreturn]] void leave(int code);
// Writes and leaves when that fails.
void write_or_stop(Output& output, const std::string& text, Language language);
// The same, and leaves when nobody reads any more.
void write_or_leave(Output& output, const std::string& text, Language language);

EngineFactory tesseract_factory();

// Gives every input's records to `use` in the order of the inputs. `on_interrupt` is called before the program leaves
// with 130.
struct Batch {
  Language language = Language::kEnglish;
  int jobs = 1;
  std::function<DocumentRecords(const Input&, LazyEngine&)> work;
  std::function<void(DocumentRecords)> use;
  std::function<void()> on_interrupt;
};
void run_batch(const std::vector<Input>& inputs, const Batch& batch);

}  // namespace trichluc::cli
