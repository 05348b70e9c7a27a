#include "pipeline/source/paragraphs.h"

#include <catch2/catch.hpp>

using namespace trichluc;

namespace {

constexpr double kLeft = 85;
constexpr double kRight = 540;

// A line of 12 points, `number` lines down the page.
LineShape line(double number, double x0, double x1, bool begins_small = false) {
  LineShape shape;
  shape.box = {x0, 100 + 16 * number, x1, 112 + 16 * number};
  shape.size = 12;
  shape.first_word = 30;
  shape.begins_small = begins_small;
  return shape;
}

}  // namespace

TEST_CASE("a title's second line belongs to its first, though that is as wide as the text") {
  const std::vector<LineShape> lines = {line(0, 90, 535), line(1, 150, 475, true), line(2.5, 113, kRight),
                                        line(3.5, kLeft, kRight), line(4.5, kLeft, kRight)};
  CHECK(paragraph_starts(lines) == std::vector<bool>{true, false, true, false, false});
}

TEST_CASE("a centred line that begins large or had room above is a paragraph of its own") {
  const std::vector<LineShape> capital = {line(0, 90, 535), line(1, 150, 475), line(2.5, 113, kRight),
                                          line(3.5, kLeft, kRight), line(4.5, kLeft, kRight)};
  CHECK(paragraph_starts(capital)[1]);
  const std::vector<LineShape> room = {line(0, 105, 505), line(1, 150, 475, true), line(2.5, 113, kRight),
                                       line(3.5, kLeft, kRight), line(4.5, kLeft, kRight)};
  CHECK(paragraph_starts(room)[1]);
}
