#include "pipeline/ocr/ocr_tally.h"

#include "pipeline/ocr/ocr_text.h"

namespace trichluc::ocr {

void OcrTally::add(const Page& page, const std::string& engine, const std::string& model) {
  if (page.origin != TextOrigin::kOcr && page.origin != TextOrigin::kMixed) return;
  if (!engine.empty()) info_ = {engine, model, 0};  // a blank page was not recognised
  const auto length = static_cast<double>(page.text.size());
  sum_ += length * mean_confidence(page);
  weight_ += length;
}

OcrInfo OcrTally::info() const {
  OcrInfo info = info_;
  info.mean_confidence = weight_ > 0 ? sum_ / weight_ : 0;
  return info;
}

}  // namespace trichluc::ocr
