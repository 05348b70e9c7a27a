// A recogniser that is made when the first picture has to be read: most documents need none, and loading a model takes
// longer than reading them. One thread at a time, as every OcrEngine.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/ocr/ocr_engine.h"

namespace trichluc {

using EngineFactory = std::function<Result<std::unique_ptr<ocr::OcrEngine>>()>;

class LazyEngine : public ocr::OcrEngine {
 public:
  explicit LazyEngine(EngineFactory make) : make_(std::move(make)) {}

  // Fails as the factory failed, each time with the same error.
  Result<ocr::RecognisedPage> read(const Image& image) override;
  Result<ocr::RecognisedPage> read_block(const Image& image) override;
  std::string engine() const override { return engine_ ? engine_->engine() : ""; }
  std::string model() const override { return engine_ ? engine_->model() : ""; }

  // Was anything recognised since the last call?
  bool take_used() { return std::exchange(used_, false); }

  // Why no engine could be made, once that was tried.
  const std::optional<Error>& error() const { return error_; }

 private:
  // The engine, made when it is first asked for; null where it cannot be.
  ocr::OcrEngine* made();

  EngineFactory make_;
  std::unique_ptr<ocr::OcrEngine> engine_;
  std::optional<Error> error_;
  bool used_ = false;
};

}  // namespace trichluc
