// Pieces of text with their places, as a PDF gives them, become the lines and paragraphs of a page.
#pragma once

#include <string>
#include <vector>

#include "pipeline/source/document.h"
#include "pipeline/source/table/ruled_table.h"

namespace trichluc {

// One piece of text as drawn: often a word, sometimes part of one.
struct Piece {
  std::string text;  // valid UTF-8 without blanks
  Box box;           // points from the page's top left
  double size = 0;   // of the font
  int rotation = 0;  // quarter turns
  bool space_after = true;
  std::string font;      // its name, empty where it is not known
  float confidence = 1;  // 0 to 1, where it was recognised from pixels
};

// Fills text and words of `page` (whose width is known) from pieces in reading order. A line on paper is a line of
// text; wide gaps in a line become tabs; an empty line stands where a gap, an indent or another size of type begins a
// paragraph. A head in two columns (agency left, motto right) gives the left column first. A row of a ruled table is a
// line, each cell with all its lines one stretch of it; the cells are told in page.cells, the rows in page.hints.
void put_pieces(std::vector<Piece> pieces, const std::vector<RuledTable>& tables, Page& page);

}  // namespace trichluc
