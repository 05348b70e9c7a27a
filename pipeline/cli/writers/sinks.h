// All places that the records of one run go to: standard output or -o, and the files of --also.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/writers/record_writer.h"

namespace trichluc::cli {

struct Sink {
  Output output;
  std::unique_ptr<RecordWriter> writer;
};

class Sinks {
 public:
  // Refuses an output that is an input or another output (kBadArguments) before any file is opened, and what cannot be
  // made (kFileAccess).
  static Result<Sinks> open(const ExtractArguments& arguments, const std::vector<Input>& inputs, Language language);

  // Each leaves the program when a write fails, or when nobody reads standard output any more and there is no other
  // output.
  void begin();
  void document(const DocumentRecords& records);
  void end();
  Result<void> close();

 private:
  explicit Sinks(Language language) : language_(language) {}
  void write(const std::function<std::string(RecordWriter&)>& text);

  Language language_;
  std::vector<Sink> sinks_;  // that of --format and -o first
};

}  // namespace trichluc::cli
