// An engine for tests: says what it is told to say, and stands in for what can go wrong outside.
#pragma once

#include <string>
#include <utility>

#include "pipeline/ocr/ocr_engine.h"

namespace trichluc::ocr {

enum class FakeMood { kReads, kEmpty, kBadUtf8, kFails };

class FakeOcr : public OcrEngine {
 public:
  explicit FakeOcr(FakeMood mood, RecognisedPage page = {}) : mood_(mood), page_(std::move(page)) {}

  Result<RecognisedPage> read(const Image&) override {
    ++calls;
    if (mood_ == FakeMood::kEmpty) return RecognisedPage{};
    if (mood_ == FakeMood::kFails) {
      return fail(ErrorCode::kOther, {"cannot read; scan the page again", "không đọc được; hãy quét lại trang"},
                  "fake");
    }
    if (mood_ == FakeMood::kBadUtf8) {
      return RecognisedPage{
          {{"\xC3\x28", {10, 10, 40, 20}, 0.9F, true, true}, {"tốt", {50, 10, 80, 20}, 0.9F, false, false}}};
    }
    return page_;
  }
  std::string engine() const override { return "fake 1"; }
  std::string model() const override { return "fake"; }

  int calls = 0;

 private:
  FakeMood mood_;
  RecognisedPage page_;
};

}  // namespace trichluc::ocr
