#include "pipeline/run/lazy_engine.h"

namespace trichluc {

ocr::OcrEngine* LazyEngine::made() {
  if (!engine_ && !error_) {
    auto made = make_();
    if (made) {
      engine_ = std::move(*made);
    } else {
      error_ = made.error();
    }
  }
  used_ = used_ || engine_ != nullptr;
  return engine_.get();
}

Result<ocr::RecognisedPage> LazyEngine::read(const Image& image) {
  ocr::OcrEngine* engine = made();
  if (engine == nullptr) return tl::unexpected(*error_);
  return engine->read(image);
}

Result<ocr::RecognisedPage> LazyEngine::read_block(const Image& image) {
  ocr::OcrEngine* engine = made();
  if (engine == nullptr) return tl::unexpected(*error_);
  return engine->read_block(image);
}

}  // namespace trichluc
