#include "pipeline/source/pdf/pdf_layout.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/source/paragraphs.h"
#include "pipeline/source/pdf/line_writer.h"
#include "pipeline/source/pdf/pdf_lines.h"
#include "pipeline/source/pdf/ruled_rows.h"
#include "pipeline/source/pdf/two_columns.h"

namespace trichluc {

namespace {

Row row_of(const DrawnLine& line) {
  Row row;
  for (const Segment& segment : line.segments) {
    if (segment.empty()) continue;
    Extent extent{segment.front().box.x0, segment.back().box.x1, false};
    for (const Piece& piece : segment) {
      extent.has_digit = extent.has_digit || piece.text.find_first_of("0123456789") != std::string::npos;
    }
    row.push_back(extent);
  }
  return row;
}

// The rows of a letter's head or foot: the left column, then the right one.
void unfold(std::vector<DrawnLine>& rows, const TwoColumns& columns) {
  std::vector<DrawnLine> left, right;
  for (std::size_t i = columns.begin; i < columns.end; ++i) {
    for (Segment& segment : rows[i].segments) {
      if (segment.empty()) continue;
      auto& column = segment.front().box.x0 > columns.part ? right : left;
      column.push_back(line_of(std::move(segment)));
    }
  }
  std::move(right.begin(), right.end(), std::back_inserter(left));
  const auto first = rows.begin() + static_cast<std::ptrdiff_t>(columns.begin);
  const auto last = rows.begin() + static_cast<std::ptrdiff_t>(columns.end);
  const auto at = rows.erase(first, last);
  rows.insert(at, std::make_move_iterator(left.begin()), std::make_move_iterator(left.end()));
}

std::vector<Row> rows_of(const std::vector<DrawnLine>& lines) {
  std::vector<Row> rows;
  for (const DrawnLine& line : lines) rows.push_back(row_of(line));
  return rows;
}

// The foot first: taking the head apart moves the rows behind it.
void unfold_letter(std::vector<DrawnLine>& lines, double page_width) {
  const std::vector<Row> rows = rows_of(lines);
  const TwoColumns head = find_head(rows, page_width);
  const TwoColumns foot = find_foot(rows, head.end, page_width);
  if (foot.end > foot.begin) unfold(lines, foot);
  if (head.end > head.begin) unfold(lines, head);
}

// A letter's head stands above the tables of its page, its foot below them; no row of theirs is part of either.
void unfold_around_tables(std::vector<DrawnLine>& lines, double page_width) {
  const auto in_table = [](const DrawnLine& line) { return !line.cells.empty(); };
  const auto first = std::find_if(lines.begin(), lines.end(), in_table);
  if (first == lines.end()) {
    unfold_letter(lines, page_width);
    return;
  }
  const auto last = std::find_if(lines.rbegin(), lines.rend(), in_table).base();
  std::vector<DrawnLine> above(std::make_move_iterator(lines.begin()), std::make_move_iterator(first));
  std::vector<DrawnLine> below(std::make_move_iterator(last), std::make_move_iterator(lines.end()));
  std::vector<DrawnLine> tables(std::make_move_iterator(first), std::make_move_iterator(last));
  const TwoColumns head = find_head(rows_of(above), page_width);
  const TwoColumns foot = find_foot(rows_of(below), 0, page_width);
  if (head.end > head.begin) unfold(above, head);
  if (foot.end > foot.begin) unfold(below, foot);
  lines = std::move(above);
  std::move(tables.begin(), tables.end(), std::back_inserter(lines));
  std::move(below.begin(), below.end(), std::back_inserter(lines));
}

}  // namespace

void put_pieces(std::vector<Piece> pieces, const std::vector<RuledTable>& tables, Page& page) {
  std::vector<DrawnLine> lines = lines_with_tables(std::move(pieces), tables, page.width);
  unfold_around_tables(lines, page.width);
  std::vector<LineShape> shapes;
  for (const DrawnLine& line : lines) {
    shapes.push_back({line.box, line.size});
    if (!line.cells.empty()) continue;
    const Piece& first = line.segments.front().front();
    look_at_first_word(shapes.back(), first.text, first.box);
  }
  const std::vector<bool> starts = paragraph_starts(shapes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool within_table = i > 0 && !lines[i].cells.empty() && !lines[i - 1].cells.empty();
    if (i > 0 && starts[i] && !within_table) page.text += '\n';
    if (lines[i].cells.empty()) {
      put_line(lines[i], page);
    } else {
      put_row(lines[i], page);
    }
  }
}

}  // namespace trichluc
