#include "pipeline/cli/output.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace trichluc::cli {

Result<Output> Output::to_file(const std::string& path) {
  Output output;
  output.path_ = path;
  output.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (output.descriptor_ < 0) return tl::unexpected(output.failed(errno).error());
  return output;
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, 1)),
      path_(std::exchange(other.path_, {})),
      reader_is_gone_(other.reader_is_gone_) {}

Output::~Output() {
  if (!path_.empty() && descriptor_ >= 0) ::close(descriptor_);
}

Result<void> Output::failed(int error) const {
  const std::string why = std::strerror(error);
  return fail(ErrorCode::kFileAccess,
              {"the output cannot be written (" + why + "); free some space or choose another place",
               "không ghi được kết quả (" + why + "); hãy giải phóng dung lượng hoặc chọn nơi khác"},
              path_.empty() ? "standard output" : path_);
}

Result<void> Output::write(std::string_view text) {
  while (!text.empty() && !reader_is_gone_) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      reader_is_gone_ = true;
    } else if (errno != EINTR) {
      return failed(errno);
    }
  }
  return {};
}

Result<void> Output::close() {
  if (path_.empty() || descriptor_ < 0) return {};
  if (::close(std::exchange(descriptor_, -1)) != 0) return failed(errno);
  return {};
}

bool standard_output_is_terminal() {
  return ::isatty(1) == 1;
}

std::size_t terminal_width(std::size_t otherwise) {
  winsize size{};
  if (::ioctl(1, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
  return size.ws_col;
}

}  // namespace trichluc::cli
