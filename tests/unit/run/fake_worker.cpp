// A page worker with an engine that does what can go wrong outside: the unit tests of the page pool start it.
//
//   fake_worker MOOD [DESCRIPTOR]
//
// "crash_once" dies on a page for every byte that it can read from the descriptor, and reads well after that.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/run/page_worker.h"
#include "tests/unit/fake_ocr.h"

namespace trichluc::ocr {
namespace {

RecognisedPage one_word() {
  return {{{"tốt", {100, 100, 200, 140}, 0.9F, true, true}}};
}

class TroubledEngine : public FakeOcr {
 public:
  TroubledEngine(FakeMood mood, std::string trouble, int descriptor)
      : FakeOcr(mood, one_word()), trouble_(std::move(trouble)), descriptor_(descriptor) {}

  Result<RecognisedPage> read(const Image& image) override {
    char byte = 0;
    if (trouble_ == "crash") std::raise(SIGSEGV);
    if (trouble_ == "crash_once" && ::read(descriptor_, &byte, 1) == 1) std::abort();
    if (trouble_ == "slow") ::sleep(100);
    if (trouble_ == "huge") huge_.resize(std::size_t{1} << 33U, 'x');
    if (trouble_ == "connects" && ::socket(2, 1, 0) < 0) return FakeOcr::read(image);
    if (trouble_ == "writes" && ::open("/tmp/trichluc-fake-worker", O_WRONLY | O_CREAT, 0600) < 0) {
      return FakeOcr::read(image);
    }
    return trouble_ == "connects" || trouble_ == "writes" ? RecognisedPage{} : FakeOcr::read(image);
  }

 private:
  std::string trouble_;
  int descriptor_;
  std::vector<char> huge_;
};

}  // namespace
}  // namespace trichluc::ocr

int main(int count, char** words) {
  using namespace trichluc;
  using namespace trichluc::ocr;
  const std::string mood = count > 1 ? words[1] : "";
  const int descriptor = count > 2 ? std::atoi(words[2]) : -1;
  const FakeMood kind = mood == "bad_utf8" ? FakeMood::kBadUtf8 : mood == "empty" ? FakeMood::kEmpty : FakeMood::kReads;
  return serve_pages(
      [&]() -> Result<std::unique_ptr<OcrEngine>> {
        if (mood == "no_model") {
          return fail(ErrorCode::kMissingDependency, {"no model; install it", "thiếu mô hình; hãy cài"}, "model");
        }
        return std::make_unique<TroubledEngine>(kind, mood, descriptor);
      },
      SandboxLimits{});
}
