// Who recognised the pages of a document, and how surely, page by page.
#pragma once

#include <string>

#include "pipeline/source/document.h"

namespace trichluc::ocr {

class OcrTally {
 public:
  // Pages that were not read from pixels count nothing.
  void add(const Page& page, const std::string& engine, const std::string& model);
  // Empty where no page came from pixels; the confidence is the mean over letters.
  OcrInfo info() const;

 private:
  OcrInfo info_;
  double sum_ = 0;
  double weight_ = 0;
};

}  // namespace trichluc::ocr
