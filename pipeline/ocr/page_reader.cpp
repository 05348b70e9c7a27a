#include "pipeline/ocr/page_reader.h"

#include <utility>

#include "pipeline/ocr/ocr_tally.h"
#include "pipeline/ocr/recognise.h"
#include "pipeline/source/open.h"
#include "pipeline/source/table/table_cells.h"

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
  if (needs_recognition(page)) {
    auto recognised = recognise(page);
    if (recognised) {
      page = std::move(*recognised);
    } else {
      mark_failed(page, recognised.error());
    }
  }
  if (page.cells.empty()) put_table_cells(page);
  return page;
}

bool PageReader::has_to_be_recognised(int number) {
  return needs_recognition(opened_->page(number));
}

Result<Page> PageReader::recognise(const Page& page) {
  if (!images_) {
    auto images = PageImages::open(bytes_, head().media_type, head().source);
    if (!images) return tl::unexpected<Error>(images.error());
    images_ = std::move(*images);
  }
  return recognise_page(*images_, page, *engine_);
}

Result<Document> read_document(std::string_view bytes, const std::string& source, OcrEngine& engine) {
  auto reader = PageReader::open(bytes, source, engine);
  if (!reader) return tl::unexpected<Error>(reader.error());
  Document document = reader->head();
  OcrTally tally;
  for (int number = 1; number <= reader->page_count(); ++number) {
    Page page = reader->page(number);
    tally.add(page, engine.engine(), engine.model());
    add_page(document, std::move(page));
  }
  document.ocr = tally.info();
  return document;
}

}  // namespace trichluc::ocr
