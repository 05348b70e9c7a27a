// Tables that are drawn with lines, in the pixels of a page.
#pragma once

#include <vector>

#include "pipeline/source/picture/image.h"
#include "pipeline/source/table/ruled_table.h"

namespace trichluc::ocr {

constexpr double kPointsOfInch = 72;

struct RuledPicture {
  std::vector<RuledTable> tables;  // points at the picture's dpi
  Image without_lines;             // empty where there is no table: the engine reads words beside lines badly
};

// Of a picture that stands straight.
RuledPicture find_tables(const Image& image);

}  // namespace trichluc::ocr
