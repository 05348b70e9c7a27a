#include "pipeline/ocr/picture_kind.h"

#include <catch2/catch.hpp>

namespace trichluc::ocr {
namespace {

// A4 at 100 dpi.
Image paper(unsigned char level = 250) {
  Image image;
  image.width = 827;
  image.height = 1169;
  image.dpi = 100;
  image.grey.assign(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height), level);
  return image;
}

Image with_box(Image image, int x0, int y0, int x1, int y1, unsigned char level) {
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) image.grey[image.at(x, y)] = level;
  }
  return image;
}

}  // namespace

TEST_CASE("an empty sheet is blank, with a shade at its edges too") {
  CHECK(is_blank(paper()));
  CHECK(is_blank(paper(200)));
  CHECK(is_blank(with_box(paper(), 0, 0, 20, 1169, 0)));
  CHECK(is_blank(with_box(paper(), 400, 600, 405, 605, 0)));  // a speck
}

TEST_CASE("a line, a figure or a faint stamp is not blank") {
  CHECK_FALSE(is_blank(with_box(paper(), 100, 500, 700, 502, 0)));
  CHECK_FALSE(is_blank(with_box(paper(), 410, 1100, 418, 1112, 60)));
  CHECK_FALSE(is_blank(with_box(paper(), 500, 800, 560, 830, 200)));
}

TEST_CASE("paper with ink may hold text, a photograph or plain paper does not") {
  Image text = paper();
  for (std::size_t i = 0; i < text.grey.size(); i += 15) text.grey[i] = 0;
  CHECK(may_hold_text(text));
  CHECK_FALSE(may_hold_text(paper()));
  CHECK_FALSE(may_hold_text(paper(20)));
  Image photograph = paper();
  for (std::size_t i = 0; i < photograph.grey.size(); ++i) photograph.grey[i] = static_cast<unsigned char>(i % 251);
  CHECK_FALSE(may_hold_text(photograph));
  CHECK_FALSE(may_hold_text(Image{}));
}

}  // namespace trichluc::ocr
