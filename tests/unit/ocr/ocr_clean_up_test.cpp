#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "pipeline/ocr/clean_up.h"
#include "pipeline/ocr/image_measure.h"

namespace trichluc::ocr {
namespace {

Image paper(unsigned char level = 255) {
  Image image;
  image.width = 800;
  image.height = 1000;
  image.dpi = 200;
  image.grey.assign(800 * 1000, level);
  return image;
}

void draw(Image& image, int x0, int y0, int x1, int y1, unsigned char level = 0) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) image.grey[image.at(x, y)] = level;
  }
}

// Lines of short strokes, each line `drop` pixels lower at its right end.
Image lines_of_strokes(int drop) {
  Image image = paper();
  for (int line = 100; line < 900; line += 40) {
    for (int x = 60; x < 740; x += 14) {
      const int y = line + drop * x / 800;
      draw(image, x, y, x + 8, y + 16);
    }
  }
  return image;
}

bool did(const CleanedImage& cleaned, const char* step) {
  return std::find(cleaned.steps.begin(), cleaned.steps.end(), step) != cleaned.steps.end();
}

TEST_CASE("a clean grey page is left as it is") {
  Image image = lines_of_strokes(0);
  draw(image, 0, 0, 2, 2, 250);
  const CleanedImage cleaned = clean_up(image);
  CHECK_FALSE(did(cleaned, "deskew"));
  CHECK_FALSE(did(cleaned, "background"));
  CHECK_FALSE(did(cleaned, "despeckle"));
}

TEST_CASE("a slanted page is turned level, and boxes lead back to the scan") {
  const CleanedImage cleaned = clean_up(lines_of_strokes(14));
  REQUIRE(did(cleaned, "deskew"));
  CHECK(std::abs(cleaned.map.angle) == Approx(std::atan(14.0 / 800)).margin(0.003));
  // The two ends of a line of the scan lie at one height in the cleaned picture: look up where a level line comes from.
  const Box left = cleaned.map.to_scan({60, 500, 70, 510}), right = cleaned.map.to_scan({730, 500, 740, 510});
  CHECK(right.y0 - left.y0 == Approx(14.0 * 670 / 800).margin(2.5));
  CHECK(left.y1 - left.y0 == Approx(10 * cleaned.map.scale));
}

TEST_CASE("faint print on grey paper is brought to black on white") {
  Image image = lines_of_strokes(0);
  for (unsigned char& level : image.grey) level = static_cast<unsigned char>(level == 0 ? 130 : 180);
  const CleanedImage cleaned = clean_up(image);
  REQUIRE(did(cleaned, "background"));
  const ImageMeasure after = measure(cleaned.image);
  CHECK(after.paper > 240);
  CHECK(after.ink < 60);
}

TEST_CASE("specks go, strokes stay") {
  Image image = lines_of_strokes(0);
  for (int i = 0; i < 60; ++i) draw(image, 7 + 13 * i, 20 + i % 7, 8 + 13 * i, 21 + i % 7);
  const CleanedImage cleaned = clean_up(image);
  REQUIRE(did(cleaned, "despeckle"));
  CHECK(cleaned.image.grey[cleaned.image.at(7, 20)] > 200);
  CHECK(cleaned.image.grey[cleaned.image.at(64, 108)] < 60);
}

TEST_CASE("a page in two levels is smoothed where specks tell of a fax, and only there") {
  Image image = lines_of_strokes(0);
  CHECK_FALSE(did(clean_up(image), "smooth"));
  for (int i = 0; i < 100; ++i) draw(image, 7 * i, 20 + i % 30, 7 * i + 1, 21 + i % 30);
  CHECK(did(clean_up(image), "smooth"));
}

TEST_CASE("the same scan gives the same picture, and a tiny one passes") {
  const Image image = lines_of_strokes(10);
  CHECK(clean_up(image).image.grey == clean_up(image).image.grey);
  Image tiny;
  tiny.width = tiny.height = 2;
  tiny.dpi = 200;
  tiny.grey = {0, 255, 255, 0};
  CHECK(clean_up(tiny).image.grey == tiny.grey);
}

}  // namespace
}  // namespace trichluc::ocr
