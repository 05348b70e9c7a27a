// One document, page by page, each read to the end: from its text layer, or from its pixels where it has only those.
// This is all that a page job does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/ocr/ocr_engine.h"
#include "pipeline/ocr/page_image.h"
#include "pipeline/source/opened_document.h"

namespace trichluc::ocr {

// For one thread at a time. `bytes` and the engine must outlive the reader.
class PageReader {
 public:
  static Result<PageReader> open(std::string_view bytes, const std::string& source, OcrEngine& engine);

  const Document& head() const { return opened_->head(); }
  int page_count() const { return opened_->page_count(); }
  OpenedDocument& opened() { return *opened_; }
  // From 1. A page that cannot be read is kFailed, with the reason and a warning.
  Page page(int number);
  // What page() would do, without doing it.
  bool has_to_be_recognised(int number);

 private:
  PageReader(OpenedDocumentPtr opened, std::string_view bytes, OcrEngine& engine)
      : opened_(std::move(opened)), bytes_(bytes), engine_(&engine) {}
  Result<Page> recognise(const Page& page);

  OpenedDocumentPtr opened_;
  std::string_view bytes_;
  OcrEngine* engine_;
  std::optional<PageImages> images_;  // opened when the first page needs them
};

// All pages in this process, as tests and the fuzz targets want it; no id.
Result<Document> read_document(std::string_view bytes, const std::string& source, OcrEngine& engine);

}  // namespace trichluc::ocr
