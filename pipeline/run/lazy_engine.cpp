#include "pipeline/run/lazy_engine.h"

namespace trichluc {

Result<ocr::RecognisedPage> LazyEngine::read(const Image& image) {
  if (!engine_ && !error_) {
    auto made = make_();
    if (made) {
      engine_ = std::move(*made);
    } else {
      error_ = made.error();
    }
  }
  if (error_) return tl::unexpected(*error_);
  used_ = true;
  return engine_->read(image);
}

}  // namespace trichluc
