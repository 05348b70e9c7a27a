#include "pipeline/cli/writers/terminal_picture.h"

#include <fcntl.h>
#include <poll.h>
#include <sixel.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>

namespace trichluc::cli {
namespace {

constexpr int kPatience = 250;             // milliseconds
constexpr std::size_t kMostAnswer = 4096;  // bytes
constexpr std::size_t kChunk = 4096;       // bytes of base64 in one kitty command
constexpr const char* kQuestion = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c";

// The terminal without echo and line buffer while this lives.
class RawTerminal {
 public:
  RawTerminal() : file_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
    good_ = file_ >= 0 && ::tcgetattr(file_, &before_) == 0;
    if (!good_) return;
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    good_ = ::tcsetattr(file_, TCSANOW, &raw) == 0;
  }
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;
  ~RawTerminal() {
    if (good_) ::tcsetattr(file_, TCSANOW, &before_);
    if (file_ >= 0) ::close(file_);
  }

  // Up to the "c" that ends the device attributes.
  std::string ask(std::string_view question) {
    std::string answer;
    if (!good_ || ::write(file_, question.data(), question.size()) != static_cast<ssize_t>(question.size()))
      return answer;
    pollfd waiting{file_, POLLIN, 0};
    while (answer.size() < kMostAnswer && ::poll(&waiting, 1, kPatience) == 1) {
      char byte = 0;
      if (::read(file_, &byte, 1) != 1) break;
      answer += byte;
      if (byte == 'c' && answer.find("\x1b[?") != std::string::npos) break;
    }
    return answer;
  }

 private:
  int file_;
  bool good_ = false;
  termios before_{};
};

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      three = three << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += at + i > bytes.size() ? '=' : kDigits[three >> (18U - 6U * i) & 63U];
    }
  }
  return out;
}

std::string as_kitty(const ColourImage& image) {
  const std::string png = base64(to_png(image));
  std::string out;
  for (std::size_t at = 0; at < png.size(); at += kChunk) {
    const bool more = at + kChunk < png.size();
    out += std::string("\x1b_G") + (at == 0 ? "f=100,a=T," : "") + (more ? "m=1;" : "m=0;") + png.substr(at, kChunk) +
           "\x1b\\";
  }
  return out.empty() ? out : out + "\n";
}

int append(char* data, int size, void* out) {
  static_cast<std::string*>(out)->append(data, static_cast<std::size_t>(size));
  return size;
}

std::string as_sixel(const ColourImage& image) {
  std::string out;
  sixel_output_t* output = nullptr;
  sixel_dither_t* dither = nullptr;
  std::vector<unsigned char> pixels = image.rgb;  // the library wants them to write on
  bool good = SIXEL_SUCCEEDED(sixel_output_new(&output, append, &out, nullptr)) &&
              SIXEL_SUCCEEDED(sixel_dither_new(&dither, 32, nullptr));
  good = good && SIXEL_SUCCEEDED(sixel_dither_initialize(dither, pixels.data(), image.width, image.height,
                                                         SIXEL_PIXELFORMAT_RGB888, SIXEL_LARGE_AUTO, SIXEL_REP_AUTO,
                                                         SIXEL_QUALITY_AUTO));
  good = good && SIXEL_SUCCEEDED(sixel_encode(pixels.data(), image.width, image.height, 3, dither, output));
  sixel_dither_unref(dither);
  sixel_output_unref(output);
  return good ? out + "\n" : "";
}

}  // namespace

PictureProtocol protocol_in(const std::string& answer) {
  if (answer.find("\x1b_Gi=31;OK") != std::string::npos) return PictureProtocol::kKitty;
  const std::size_t begin = answer.rfind("\x1b[?");
  if (begin == std::string::npos || answer.back() != 'c') return PictureProtocol::kNone;
  const std::string attributes = ";" + answer.substr(begin + 3, answer.size() - begin - 4) + ";";
  return attributes.find(";4;") == std::string::npos ? PictureProtocol::kNone : PictureProtocol::kSixel;
}

PictureProtocol ask_terminal() {
  return ::isatty(STDOUT_FILENO) == 0 ? PictureProtocol::kNone : protocol_in(RawTerminal().ask(kQuestion));
}

int pixels_across(int most) {
  winsize window{};
  const bool told = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_xpixel > 0;
  return told ? std::min(most, static_cast<int>(window.ws_xpixel)) : most;
}

std::string for_terminal(const ColourImage& image, PictureProtocol protocol) {
  if (protocol == PictureProtocol::kKitty) return as_kitty(image);
  return protocol == PictureProtocol::kSixel ? as_sixel(image) : "";
}

}  // namespace trichluc::cli
