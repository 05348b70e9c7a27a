#include "pipeline/source/pdf/line_writer.h"

#include <algorithm>
#include <utility>

namespace trichluc {
namespace {

constexpr double kJoined = 0.08;  // of the type size: a gap that no eye sees

bool is_joined(const Piece& before, const Piece& next) {
  if (before.space_after || next.rotation % 2 != 0) return false;
  return next.box.x0 - before.box.x1 < kJoined * std::max(before.size, next.size);
}

Span put_segment(const Segment& segment, Page& page) {
  const std::size_t begins = page.text.size();
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool joined = i > 0 && is_joined(segment[i - 1], segment[i]);
    if (i > 0 && !joined) page.text += ' ';
    const std::size_t begin = page.text.size();
    page.text += segment[i].text;
    if (joined) {
      page.words.back().in_page.end = page.text.size();
      page.words.back().box = around(page.words.back().box, segment[i].box);
    } else {
      page.words.push_back({{begin, page.text.size()}, segment[i].box, segment[i].confidence});
    }
  }
  return {begins, page.text.size()};
}

}  // namespace

void put_line(const DrawnLine& line, Page& page) {
  bool first_segment = true;
  for (const Segment& segment : line.segments) {
    if (!std::exchange(first_segment, false)) page.text += '\t';
    put_segment(segment, page);
  }
  page.text += '\n';
}

void put_row(const DrawnLine& row, Page& page) {
  const std::size_t begin = page.text.size();
  int column = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    for (; column < row.cells[i].column; ++column) page.text += '\t';
    page.cells.push_back(row.cells[i]);
    page.cells.back().in_page = put_segment(row.segments[i], page);
  }
  page.hints.push_back({{begin, page.text.size()}, text::Hint::kTableRow});
  page.text += '\n';
}

}  // namespace trichluc
