// Where data go: standard output or a file. Written at once and checked; a full disk is an error, never a short file
// that nobody noticed.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"

namespace trichluc::cli {

class Output {
 public:
  // Standard output.
  Output() = default;
  // Makes or empties the file. An error names it (ErrorCode::kFileAccess).
  static Result<Output> to_file(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  // Fails with kFileAccess. Once the reader of a pipe is gone ("| head"), what is written is dropped and
  // reader_is_gone() says so: that is the reader's wish and no error.
  Result<void> write(std::string_view text);
  // Closes a file; the last chance to hear of an error.
  Result<void> close();
  bool reader_is_gone() const { return reader_is_gone_; }

 private:
  Result<void> failed(int error) const;

  int descriptor_ = 1;
  std::string path_;
  bool reader_is_gone_ = false;
};

// True when standard output is a terminal.
bool standard_output_is_terminal();
// The columns of the terminal, `otherwise` where there is none.
std::size_t terminal_width(std::size_t otherwise);

}  // namespace trichluc::cli
