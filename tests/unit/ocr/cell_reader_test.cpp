#include "pipeline/ocr/cell_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/ocr/ocr_text.h"

namespace trichluc::ocr {
namespace {

constexpr double kDpi = 72;  // a pixel is a point

Image sheet() {
  Image image;
  image.width = 400;
  image.height = 300;
  image.dpi = kDpi;
  image.grey.assign(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height), 255);
  return image;
}

void fill(Image& image, int x0, int y0, int x1, int y1) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) image.grey[image.at(x, y)] = 0;
  }
}

// Two columns and three rows of 40 pixels from (50, 100), with ink in every cell but the last of the second row.
Image table_sheet() {
  Image image = sheet();
  for (const int y : {100, 140, 180, 220}) fill(image, 50, y, 351, y + 2);
  for (const int x : {50, 150, 350}) fill(image, x, 100, x + 2, 222);
  for (const int y : {110, 150, 190}) fill(image, 70, y, 110, y + 12);
  for (const int y : {110, 190}) fill(image, 200, y, 240, y + 12);
  return image;
}

bool any_ink(const Image& image) {
  return std::any_of(image.grey.begin(), image.grey.end(), [](unsigned char pixel) { return pixel < 160; });
}

// Gives each block a word of its own; the page has the words it is told.
class CountingEngine : public OcrEngine {
 public:
  explicit CountingEngine(RecognisedPage page) : page_(std::move(page)) {}

  Result<RecognisedPage> read(const Image& image) override {
    page_has_ink = any_ink(image);
    return page_;
  }
  Result<RecognisedPage> read_block(const Image& image) override {
    ++blocks;
    RecognisedPage block;
    block.words.push_back({"w" + std::to_string(blocks), {20, 20, 60, 32}, 0.9F, true, true});
    lines_in_blocks = lines_in_blocks || image.grey[image.at(1, 1)] < 160;
    return block;
  }
  std::string engine() const override { return "fake"; }
  std::string model() const override { return "fake"; }

  int blocks = 0;
  bool page_has_ink = false;
  bool lines_in_blocks = false;

 private:
  RecognisedPage page_;
};

RecognisedPage around_the_table() {
  RecognisedPage page;
  page.words.push_back({"above", {50, 40, 90, 52}, 0.9F, true, true});
  page.words.push_back({"below", {50, 250, 90, 262}, 0.9F, true, true});
  return page;
}

TEST_CASE("a picture without a ruled table is read as it is") {
  Image image = sheet();
  fill(image, 50, 100, 350, 102);
  CountingEngine engine(around_the_table());
  const auto page = read_with_cells(image, engine);
  REQUIRE(page.has_value());
  CHECK(engine.blocks == 0);
  CHECK(engine.page_has_ink);
  CHECK(page->words.size() == 2);
}

TEST_CASE("each cell with ink is read by itself, without lines, and the page without the table") {
  CountingEngine engine(around_the_table());
  const auto page = read_with_cells(table_sheet(), engine);
  REQUIRE(page.has_value());
  CHECK(engine.blocks == 5);
  CHECK_FALSE(engine.page_has_ink);
  CHECK_FALSE(engine.lines_in_blocks);
  REQUIRE(page->words.size() == 7);
  CHECK(page->words[0].text == "above");
  CHECK(page->words[1].text == "w1");
  CHECK(page->words[6].text == "below");
  // In its cell on the page, though it was read elsewhere.
  CHECK(page->words[1].box_px.x0 > 50);
  CHECK(page->words[1].box_px.y0 > 100);
  CHECK(page->words[1].box_px.y1 < 140);
}

TEST_CASE("the rows of a table in pixels are lines with tabs, where the table stands in the text") {
  CountingEngine engine(around_the_table());
  auto recognised = read_with_cells(table_sheet(), engine);
  REQUIRE(recognised.has_value());
  Page page;
  page.width = 400;
  page.height = 300;
  put_words(std::move(*recognised), page);
  CHECK(page.text == "above\n\nw1\tw2\nw3\t\nw4\tw5\n\nbelow\n");
  CHECK(page.cells.size() == 6);
  CHECK(page.hints.size() == 3);
  CHECK(page.words.size() == 7);
}

TEST_CASE("what is drawn like a table but filled like none stays in its lines") {
  Image image = sheet();
  for (const int y : {100, 140, 180}) fill(image, 50, y, 351, y + 2);
  for (const int x : {50, 150, 350}) fill(image, x, 100, x + 2, 182);
  fill(image, 70, 110, 110, 122);
  CountingEngine engine(around_the_table());
  auto recognised = read_with_cells(image, engine);
  REQUIRE(recognised.has_value());
  Page page;
  page.width = 400;
  page.height = 300;
  put_words(std::move(*recognised), page);
  CHECK(page.text.find('\t') == std::string::npos);
  CHECK(page.text.find("w1") != std::string::npos);
  CHECK(page.cells.empty());
}

}  // namespace
}  // namespace trichluc::ocr
