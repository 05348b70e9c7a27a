#include "pipeline/ocr/recognise.h"

#include <algorithm>
#include <utility>

#include "pipeline/ocr/cell_reader.h"
#include "pipeline/ocr/clean_up.h"
#include "pipeline/ocr/ocr_text.h"
#include "pipeline/ocr/page_merge.h"
#include "pipeline/ocr/picture_kind.h"
#include "pipeline/text/text_quality.h"

namespace trichluc::ocr {
namespace {

// Words of the picture, at their places on the page.
Result<Page> read_image(const PageImage& found, int number, OcrEngine& engine) {
  const CleanedImage cleaned = clean_up(found.image);
  auto recognised = read_with_cells(cleaned.image, engine);
  if (!recognised) return tl::unexpected<Error>(recognised.error());
  mark_paragraphs(*recognised);
  for (RecognisedWord& word : recognised->words) {
    word.box_px = found.to_points(cleaned.map.to_scan(word.box_px));
  }
  Page read;
  read.number = number;
  read.width = found.page_width;
  read.height = found.page_height;
  read.dpi = found.image.dpi;
  put_words(std::move(*recognised), read);
  return read;
}

Page blank_page(const PageImage& found, int number) {
  Page blank;
  blank.number = number;
  blank.origin = TextOrigin::kOcr;
  blank.width = found.page_width;
  blank.height = found.page_height;
  blank.dpi = found.image.dpi;
  blank.hard_wrapped = true;
  return blank;
}

// The whole page, with the words of a stamp that the reader has read already.
Result<Page> read_whole(PageImages& images, Page page, OcrEngine& engine) {
  auto found = images.get(page.number, !page.text.empty());
  if (!found) return tl::unexpected<Error>(found.error());
  const bool blank = is_blank(found->image);
  auto read = blank ? Result<Page>(blank_page(*found, page.number)) : read_image(*found, page.number, engine);
  if (!read) return read;
  append_block(*read, page);
  read->reason = blank ? "blank page, not recognised" : std::move(page.reason);
  read->fonts = std::move(page.fonts);
  read->other = std::move(page.other);
  return read;
}

// A drawing, a map or a blurred photograph gives letters too, but no words.
bool is_reading(const Page& block) {
  constexpr double kSure = 0.6;
  constexpr double kSyllables = 0.5;
  if (block.words.empty() || mean_confidence(block) < kSure) return false;
  const text::TextQuality quality = text::measure_text(block.text);
  if (quality.letter_words == 0) return quality.digits > 0;
  return quality.syllable_share() + quality.stripped_share() >= kSyllables;
}

std::string count_of(std::size_t pictures) {
  return std::to_string(pictures) + (pictures == 1 ? " picture" : " pictures");
}

// The pictures between the text.
Result<Page> read_pictures(PageImages& images, Page page, OcrEngine& engine) {
  const auto drawn = images.drawn(page.number);
  if (!drawn) return tl::unexpected<Error>(drawn.error());
  std::size_t read = 0;
  const std::vector<Box> pictures = std::exchange(page.unread, {});
  for (const Box& place : pictures) {
    const PageImage picture = drawn->part(place);
    if (!may_hold_text(picture.image)) continue;
    const auto block = read_image(picture, page.number, engine);
    if (!block) return tl::unexpected<Error>(block.error());
    if (!is_reading(*block)) continue;
    insert_block(page, *block);
    page.dpi = block->dpi;
    ++read;
  }
  if (read > 0) {
    page.origin = TextOrigin::kMixed;
    page.reason += "; " + count_of(read) + " read from the pixels";
  }
  if (read < pictures.size()) page.reason += "; " + count_of(pictures.size() - read) + " without text";
  return page;
}

}  // namespace

bool needs_recognition(const Page& page) {
  return !page.unread.empty();
}

Result<Page> recognise_page(PageImages& images, Page page, OcrEngine& engine) {
  const bool whole = page.origin == TextOrigin::kFailed;
  return whole ? read_whole(images, std::move(page), engine) : read_pictures(images, std::move(page), engine);
}

}  // namespace trichluc::ocr
