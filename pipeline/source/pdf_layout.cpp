#include "pipeline/source/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "pipeline/source/paragraphs.h"
#include "pipeline/source/two_columns.h"

namespace trichluc {

namespace {

constexpr double kJoined = 0.08;  // of the type size: a gap that no eye sees
constexpr double kWideGap = 1.8;  // between cells; a justified line stretches its blanks to 1.3 at most

using Segment = std::vector<Piece>;  // a stretch of a line without a wide gap

struct Line {
  std::vector<Segment> segments;
  Box box;
  double size = 0;
};

double middle(const Box& box) {
  return (box.y0 + box.y1) / 2;
}
double height(const Box& box) {
  return box.y1 - box.y0;
}

Box around(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

bool goes_on(const Piece& before, const Piece& next) {
  if (before.rotation != next.rotation) return false;
  if (next.rotation % 2 != 0) {  // written upward or downward: the line's pieces share a stretch of x
    return std::min(before.box.x1, next.box.x1) - std::max(before.box.x0, next.box.x0) >
           0.5 * std::min(before.box.x1 - before.box.x0, next.box.x1 - next.box.x0);
  }
  const bool same_height =
      std::abs(middle(before.box) - middle(next.box)) < 0.4 * std::max(height(before.box), height(next.box));
  return same_height && next.box.x0 > before.box.x0 && next.box.x0 > before.box.x1 - 0.5 * before.size;
}

void append(Line& line, Piece piece) {
  if (line.segments.empty()) {
    line.box = piece.box;
    line.size = piece.size;
    line.segments.emplace_back();
  } else {
    const Piece& before = line.segments.back().back();
    const double gap = piece.box.x0 - before.box.x1;
    if (piece.rotation % 2 == 0 && gap > kWideGap * std::max(piece.size, before.size)) line.segments.emplace_back();
    line.box = around(line.box, piece.box);
    line.size = std::max(line.size, piece.size);
  }
  line.segments.back().push_back(std::move(piece));
}

std::vector<Line> lines_of(std::vector<Piece> pieces) {
  std::vector<Line> lines;
  for (Piece& piece : pieces) {
    const bool same_line = !lines.empty() && goes_on(lines.back().segments.back().back(), piece);
    if (!same_line) lines.emplace_back();
    append(lines.back(), std::move(piece));
  }
  return lines;
}

bool on_one_height(const Line& a, const Line& b) {
  return std::abs(middle(a.box) - middle(b.box)) < 0.3 * std::max(a.size, b.size);
}

bool is_level(const Line& line) {
  return line.segments.front().front().rotation % 2 == 0;
}

bool begins_with_figure(const Line& line) {
  const char first = line.segments.front().front().text.front();
  return first >= '0' && first <= '9';
}

// Lines [begin, end) that go down the page without a jump up: a column of a table, or of the page.
struct Column {
  std::size_t begin = 0;
  std::size_t end = 0;
  Box box;
};

std::vector<Column> columns_of(const std::vector<Line>& lines) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool goes_down = i > 0 && is_level(lines[i]) && middle(lines[i].box) > middle(lines[i - 1].box) + 1;
    if (!goes_down) columns.push_back({i, i, lines[i].box});
    columns.back().end = i + 1;
    columns.back().box = around(columns.back().box, lines[i].box);
  }
  return columns;
}

bool has_partner(const Line& line, const std::vector<Line>& lines, const Column& column) {
  for (std::size_t i = column.begin; i < column.end; ++i) {
    if (on_one_height(line, lines[i])) return true;
  }
  return false;
}

// Whether the lines of `next` are cells to the right of lines of `before`: every one has a partner at its height.
// Columns of prose may have that by chance, so short cells or figures are asked for.
bool are_cells(const std::vector<Line>& lines, const Column& before, const Column& next, double page_width) {
  bool figures = false;
  for (std::size_t i = next.begin; i < next.end; ++i) {
    if (!is_level(lines[i]) || lines[i].box.x0 <= before.box.x0 || !has_partner(lines[i], lines, before)) return false;
    figures = figures || begins_with_figure(lines[i]);
  }
  return figures || next.box.x1 - next.box.x0 < 0.15 * page_width || next.end - next.begin == 1;
}

void join(Line& row, Line line) {
  for (Segment& segment : line.segments) row.segments.push_back(std::move(segment));
  row.box = around(row.box, line.box);
}

// Poppler gives a table column by column; here its cells come together again in rows.
std::vector<Line> rows_of(std::vector<Line> lines, double page_width) {
  const std::vector<Column> columns = columns_of(lines);
  std::vector<Line> rows;
  std::size_t first_row = 0;  // of the column before
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool cells = c > 0 && are_cells(lines, columns[c - 1], columns[c], page_width);
    if (!cells) first_row = rows.size();
    for (std::size_t i = columns[c].begin; i < columns[c].end; ++i) {
      auto row = rows.begin() + static_cast<std::ptrdiff_t>(first_row);
      const auto beside = [&](const Line& one) { return on_one_height(one, lines[i]) && one.box.x1 < lines[i].box.x0; };
      row = cells ? std::find_if(row, rows.end(), beside) : rows.end();
      if (row == rows.end()) {
        rows.push_back(lines[i]);
      } else {
        join(*row, lines[i]);
      }
    }
  }
  return rows;
}

Line line_of(Segment segment) {
  Line line;
  for (Piece& piece : segment) append(line, std::move(piece));
  return line;
}

Row row_of(const Line& line) {
  Row row;
  for (const Segment& segment : line.segments) {
    Extent extent{segment.front().box.x0, segment.back().box.x1, false};
    for (const Piece& piece : segment) {
      extent.has_digit = extent.has_digit || piece.text.find_first_of("0123456789") != std::string::npos;
    }
    row.push_back(extent);
  }
  return row;
}

// The rows of a letter's head or foot: the left column, then the right one.
void unfold(std::vector<Line>& rows, const TwoColumns& columns) {
  std::vector<Line> left, right;
  for (std::size_t i = columns.begin; i < columns.end; ++i) {
    for (Segment& segment : rows[i].segments) {
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

// The foot first: taking the head apart moves the rows behind it.
void unfold_letter(std::vector<Line>& lines, double page_width) {
  std::vector<Row> rows;
  for (const Line& line : lines) rows.push_back(row_of(line));
  const TwoColumns head = find_head(rows, page_width);
  const TwoColumns foot = find_foot(rows, head.end, page_width);
  if (foot.end > foot.begin) unfold(lines, foot);
  if (head.end > head.begin) unfold(lines, head);
}

bool is_joined(const Piece& before, const Piece& next) {
  if (before.space_after || next.rotation % 2 != 0) return false;
  return next.box.x0 - before.box.x1 < kJoined * std::max(before.size, next.size);
}

void put_line(const Line& line, Page& page) {
  bool first_segment = true;
  for (const Segment& segment : line.segments) {
    if (!std::exchange(first_segment, false)) page.text += '\t';
    for (std::size_t i = 0; i < segment.size(); ++i) {
      const bool joined = i > 0 && is_joined(segment[i - 1], segment[i]);
      if (i > 0 && !joined) page.text += ' ';
      const std::size_t begin = page.text.size();
      page.text += segment[i].text;
      if (joined) {
        page.words.back().in_page.end = page.text.size();
        page.words.back().box = around(page.words.back().box, segment[i].box);
      } else {
        page.words.push_back({{begin, page.text.size()}, segment[i].box, 1});
      }
    }
  }
  page.text += '\n';
}

}  // namespace

void put_pieces(std::vector<Piece> pieces, Page& page) {
  std::vector<Line> lines = rows_of(lines_of(std::move(pieces)), page.width);
  unfold_letter(lines, page.width);
  std::vector<LineShape> shapes;
  for (const Line& line : lines) {
    shapes.push_back({line.box, line.size});
    const Piece& first = line.segments.front().front();
    look_at_first_word(shapes.back(), first.text, first.box);
  }
  const std::vector<bool> starts = paragraph_starts(shapes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && starts[i]) page.text += '\n';
    put_line(lines[i], page);
  }
}

}  // namespace trichluc
