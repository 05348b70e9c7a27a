// The seam between pixels and words: a picture in, words with boxes and confidences out. Tests put a fake in its place.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"
#include "pipeline/source/image.h"

namespace trichluc::ocr {

struct RecognisedWord {
  std::string text;      // as the engine gives it; not trusted to be valid UTF-8
  Box box_px;            // pixels of the picture that was read, from its top left
  float confidence = 0;  // 0 to 1
  bool starts_line = false;
  bool starts_paragraph = false;
};

// In reading order.
struct RecognisedPage {
  std::vector<RecognisedWord> words;
};

// An engine may keep state between calls: one thread at a time. The same picture always gives the same words.
class OcrEngine {
 public:
  virtual ~OcrEngine() = default;
  virtual Result<RecognisedPage> read(const Image& image) = 0;
  virtual std::string engine() const = 0;  // "tesseract 5.3.0"
  virtual std::string model() const = 0;   // "vie"
};

}  // namespace trichluc::ocr
