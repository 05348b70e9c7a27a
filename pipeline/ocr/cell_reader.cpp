#include "pipeline/ocr/cell_reader.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "pipeline/ocr/ruled_picture.h"

namespace trichluc::ocr {
namespace {

constexpr unsigned char kWhite = 255;
constexpr unsigned char kInk = 160;      // brightness below which a pixel is black
constexpr std::size_t kMostCells = 600;  // of a page; each is read by itself
constexpr int kMargin = 12;              // white pixels around a cell

// Pixels [x0, x1) and [y0, y1) of a picture.
struct Pixels {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

Pixels pixels_of(const Box& points, const Image& image) {
  const double scale = image.dpi / kPointsOfInch;
  const auto within = [](double at, int most) { return std::clamp(static_cast<int>(std::lround(at)), 0, most); };
  return {within(points.x0 * scale, image.width), within(points.y0 * scale, image.height),
          within(points.x1 * scale, image.width), within(points.y1 * scale, image.height)};
}

void paint_white(Image& image, const Pixels& part) {
  for (int y = part.y0; y < part.y1; ++y)
    std::fill(image.grey.begin() + static_cast<std::ptrdiff_t>(image.at(part.x0, y)),
              image.grey.begin() + static_cast<std::ptrdiff_t>(image.at(part.x0, y)) + (part.x1 - part.x0), kWhite);
}

// More than dirt: the dot of a full stop at 200 dpi has nine pixels.
bool has_ink(const Image& image, const Pixels& part) {
  constexpr int kDirt = 12;
  int ink = 0;
  for (int y = part.y0; y < part.y1; ++y) {
    for (int x = part.x0; x < part.x1; ++x) ink += image.grey[image.at(x, y)] < kInk ? 1 : 0;
    if (ink > kDirt) return true;
  }
  return false;
}

Image cut_out(const Image& image, const Pixels& part) {
  Image cell;
  cell.width = part.x1 - part.x0 + 2 * kMargin;
  cell.height = part.y1 - part.y0 + 2 * kMargin;
  cell.dpi = image.dpi;
  cell.grey.assign(static_cast<std::size_t>(cell.width) * static_cast<std::size_t>(cell.height), kWhite);
  for (int y = part.y0; y < part.y1; ++y) {
    const auto from = image.grey.begin() + static_cast<std::ptrdiff_t>(image.at(part.x0, y));
    std::copy(from, from + (part.x1 - part.x0),
              cell.grey.begin() + static_cast<std::ptrdiff_t>(cell.at(kMargin, y - part.y0 + kMargin)));
  }
  return cell;
}

struct InkedCell {
  std::size_t table = 0;
  std::size_t cell = 0;
  Pixels part;
};

std::vector<InkedCell> inked_cells(const RuledPicture& ruled) {
  std::vector<InkedCell> inked;
  for (std::size_t t = 0; t < ruled.tables.size(); ++t) {
    for (std::size_t c = 0; c < ruled.tables[t].cells.size(); ++c) {
      const Pixels part = pixels_of(ruled.tables[t].cells[c].box, ruled.without_lines);
      if (has_ink(ruled.without_lines, part)) inked.push_back({t, c, part});
    }
  }
  return inked;
}

// The words of a table come before the first one below it.
void insert(std::vector<RecognisedWord> words, const RuledTable& table, double dpi, RecognisedPage& page) {
  const double scale = dpi / kPointsOfInch;
  const auto below = std::find_if(page.words.begin(), page.words.end(), [&](const RecognisedWord& word) {
    return word.table < 0 && (word.box_px.y0 + word.box_px.y1) / 2 > table.box.y1 * scale &&
           word.box_px.x0 < table.box.x1 * scale && word.box_px.x1 > table.box.x0 * scale;
  });
  if (below != page.words.end()) below->starts_line = true;
  page.words.insert(below, std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
}

}  // namespace

Result<RecognisedPage> read_with_cells(const Image& image, OcrEngine& engine) {
  RuledPicture ruled = find_tables(image);
  const std::vector<InkedCell> cells = inked_cells(ruled);
  if (cells.empty() || cells.size() > kMostCells) return engine.read(image);
  Image around = ruled.without_lines;
  for (const RuledTable& table : ruled.tables) paint_white(around, pixels_of(table.box, around));
  auto page = engine.read(around);
  if (!page) return page;
  std::vector<std::vector<RecognisedWord>> words(ruled.tables.size());
  for (const InkedCell& inked : cells) {
    auto read = engine.read_block(cut_out(ruled.without_lines, inked.part));
    if (!read) return read;
    for (RecognisedWord& word : read->words) {
      Box& box = word.box_px;
      const double x = inked.part.x0 - kMargin, y = inked.part.y0 - kMargin;
      box = {box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y};
      word.table = static_cast<int>(inked.table);
      word.cell = static_cast<int>(inked.cell);
      words[inked.table].push_back(std::move(word));
    }
  }
  for (std::size_t t = 0; t < words.size(); ++t) insert(std::move(words[t]), ruled.tables[t], image.dpi, *page);
  page->tables = std::move(ruled.tables);
  return page;
}

}  // namespace trichluc::ocr
