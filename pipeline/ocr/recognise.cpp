#include "pipeline/ocr/recognise.h"

#include <algorithm>
#include <utility>

#include "pipeline/ocr/clean_up.h"
#include "pipeline/ocr/ocr_text.h"
#include "pipeline/source/image_reader.h"

namespace trichluc::ocr {

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

}  // namespace trichluc::ocr
