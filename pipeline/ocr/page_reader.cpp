#include "pipeline/ocr/page_reader.h"

#include <utility>

#include "pipeline/ocr/ocr_text.h"
#include "pipeline/ocr/recognise.h"
#include "pipeline/source/open.h"

namespace trichluc::ocr {

namespace {

void mark_failed(Page& page, const Error& error) {
  page.origin = TextOrigin::kFailed;
  page.reason = error.what.en;
  const std::string number = std::to_string(page.number);
  page.warnings.push_back({"page " + number + ": " + error.what.en, "trang " + number + ": " + error.what.vi});
}

}  // namespace

Result<PageReader> PageReader::open(std::string_view bytes, const std::string& source, OcrEngine& engine) {
  auto opened = open_pages(bytes, source);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return PageReader(std::move(*opened), bytes, engine);
}

Page PageReader::page(int number) {
  Page page = opened_->page(number);
  if (!needs_recognition(page)) return page;
  auto recognised = recognise(number);
  if (recognised) return std::move(*recognised);
  mark_failed(page, recognised.error());
  return page;
}

Result<Page> PageReader::recognise(int number) {
  if (!images_) {
    auto images = PageImages::open(bytes_, head().media_type, head().source);
    if (!images) return tl::unexpected<Error>(images.error());
    images_ = std::move(*images);
  }
  return recognise_page(*images_, number, *engine_);
}

OcrInfo ocr_info(const Document& document, const std::string& engine, const std::string& model) {
  double sum = 0, weight = 0;
  bool recognised = false;
  for (const Page& page : document.pages) {
    if (page.origin != TextOrigin::kOcr && page.origin != TextOrigin::kMixed) continue;
    recognised = true;
    const auto length = static_cast<double>(page.text.size());
    sum += length * mean_confidence(page);
    weight += length;
  }
  if (!recognised) return {};
  return {engine, model, weight > 0 ? sum / weight : 0};
}

Result<Document> read_document(std::string_view bytes, const std::string& source, OcrEngine& engine) {
  auto reader = PageReader::open(bytes, source, engine);
  if (!reader) return tl::unexpected<Error>(reader.error());
  Document document = reader->head();
  for (int number = 1; number <= reader->page_count(); ++number) add_page(document, reader->page(number));
  document.ocr = ocr_info(document, engine.engine(), engine.model());
  return document;
}

}  // namespace trichluc::ocr
