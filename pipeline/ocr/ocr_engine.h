// The seam between pixels and words: a picture in, words with boxes and confidences out. Tests put a fake in its place.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/source/document.h"
#include "pipeline/source/picture/image.h"
#include "pipeline/source/table/ruled_table.h"

namespace trichluc::ocr {

struct RecognisedWord {
  std::string text;      // as the engine gives it; not trusted to be valid UTF-8
  Box box_px;            // pixels of the picture that was read, from its top left
  float confidence = 0;  // 0 to 1
  bool starts_line = false;
  bool starts_paragraph = false;
  int table = -1;                 // of RecognisedPage::tables the one that it stands in; set by read_with_cells
  int cell = -1;                  // … and of its cells
  std::size_t tables_before = 0;  // of a word outside them: how many of the page's tables begin before it
};

// In reading order.
struct RecognisedPage {
  std::vector<RecognisedWord> words;
  std::vector<RuledTable> tables = {};  // points of the picture that was read
};

// An engine may keep state between calls: one thread at a time. The same picture always gives the same words.
class OcrEngine {
 public:
  virtual ~OcrEngine() = default;
  virtual Result<RecognisedPage> read(const Image& image) = 0;
  // The same of a picture that holds a few lines of one column, such as a table's cell.
  virtual Result<RecognisedPage> read_block(const Image& image) { return read(image); }
  virtual std::string engine() const = 0;  // "tesseract 5.3.0"
  virtual std::string model() const = 0;   // "vie"
};

}  // namespace trichluc::ocr
