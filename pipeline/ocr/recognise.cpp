#include "pipeline/ocr/recognise.h"

#include <algorithm>
#include <utility>

#include "pipeline/ocr/clean_up.h"
#include "pipeline/ocr/ocr_text.h"
#include "pipeline/source/image_reader.h"

namespace trichluc::ocr {

namespace {

void mark_failed(Document& document, Page& page, const Error& error) {
  page.origin = TextOrigin::kFailed;
  page.reason = error.what.en;
  const std::string number = std::to_string(page.number);
  document.warnings.push_back({"page " + number + ": " + error.what.en, "trang " + number + ": " + error.what.vi});
}

void put_ocr_info(Document& document, const OcrEngine& engine) {
  double sum = 0, weight = 0;
  for (const Page& page : document.pages) {
    if (page.origin != TextOrigin::kOcr) continue;
    const auto length = static_cast<double>(page.text.size());
    sum += length * mean_confidence(page);
    weight += length;
  }
  document.ocr = {engine.engine(), engine.model(), weight > 0 ? sum / weight : 0};
}

}  // namespace

bool needs_recognition(const Page& page) {
  return page.origin == TextOrigin::kFailed && page.reason == kNeedsRecognition;
}

Result<Page> recognise_page(PageImages& images, int page, OcrEngine& engine) {
  auto found = images.get(page);
  if (!found) return tl::unexpected<Error>(found.error());
  const CleanedImage cleaned = clean_up(found->image);
  auto recognised = engine.read(cleaned.image);
  if (!recognised) return tl::unexpected<Error>(recognised.error());
  mark_paragraphs(*recognised);
  for (RecognisedWord& word : recognised->words) {
    word.box_px = found->to_points(cleaned.map.to_scan(word.box_px));
  }
  Page result;
  result.number = page;
  result.width = found->page_width;
  result.height = found->page_height;
  put_words(*recognised, result);
  result.reason = "no text layer; read from the picture";
  return result;
}

Result<Page> recognise_page(const std::string& bytes, const std::string& media_type, int page, OcrEngine& engine) {
  auto images = PageImages::open(bytes, media_type, "");
  if (!images) return tl::unexpected<Error>(images.error());
  return recognise_page(*images, page, engine);
}

void recognise_document(Document& document, const std::string& bytes, OcrEngine& engine) {
  const auto wanted = [](const Page& page) { return needs_recognition(page); };
  if (std::none_of(document.pages.begin(), document.pages.end(), wanted)) return;
  auto images = PageImages::open(bytes, document.media_type, document.source);
  for (Page& page : document.pages) {
    if (!needs_recognition(page)) continue;
    if (!images) {
      mark_failed(document, page, images.error());
      continue;
    }
    auto read = recognise_page(*images, page.number, engine);
    if (read) {
      page = std::move(*read);
    } else {
      mark_failed(document, page, read.error());
    }
  }
  put_ocr_info(document, engine);
}

}  // namespace trichluc::ocr
