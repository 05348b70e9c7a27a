#include "pipeline/source/pdf/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trichluc {
namespace {

constexpr double kWideGap = 1.8;  // between cells; a justified line stretches its blanks to 1.3 at most

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

// Of two pieces of a line.
bool stands_apart(const Piece& before, const Piece& next) {
  return next.rotation % 2 == 0 && next.box.x0 - before.box.x1 > kWideGap * std::max(next.size, before.size);
}

void append(DrawnLine& line, Piece piece) {
  if (line.segments.empty()) {
    line.box = piece.box;
    line.size = piece.size;
    line.segments.emplace_back();
  } else {
    if (stands_apart(line.segments.back().back(), piece)) line.segments.emplace_back();
    line.box = around(line.box, piece.box);
    line.size = std::max(line.size, piece.size);
  }
  line.segments.back().push_back(std::move(piece));
}

bool is_level(const DrawnLine& line) {
  return line.segments.front().front().rotation % 2 == 0;
}

bool begins_with_figure(const DrawnLine& line) {
  const char first = line.segments.front().front().text.front();
  return first >= '0' && first <= '9';
}

// Lines [begin, end) that go down the page without a jump up: a column of a table, or of the page.
struct Column {
  std::size_t begin = 0;
  std::size_t end = 0;
  Box box;
};

std::vector<Column> columns_of(const std::vector<DrawnLine>& lines) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool goes_down = i > 0 && is_level(lines[i]) && middle(lines[i].box) > middle(lines[i - 1].box) + 1;
    if (!goes_down) columns.push_back({i, i, lines[i].box});
    columns.back().end = i + 1;
    columns.back().box = around(columns.back().box, lines[i].box);
  }
  return columns;
}

bool has_partner(const DrawnLine& line, const std::vector<DrawnLine>& lines, const Column& column) {
  for (std::size_t i = column.begin; i < column.end; ++i) {
    if (on_one_height(line, lines[i])) return true;
  }
  return false;
}

// Whether the lines of `next` are cells to the right of lines of `before`: every one has a partner at its height.
// Columns of prose may have that by chance, so short cells or figures are asked for.
bool are_cells(const std::vector<DrawnLine>& lines, const Column& before, const Column& next, double page_width) {
  bool figures = false;
  for (std::size_t i = next.begin; i < next.end; ++i) {
    if (!is_level(lines[i]) || lines[i].box.x0 <= before.box.x0 || !has_partner(lines[i], lines, before)) return false;
    figures = figures || begins_with_figure(lines[i]);
  }
  return figures || next.box.x1 - next.box.x0 < 0.15 * page_width || next.end - next.begin == 1;
}

void join(DrawnLine& row, DrawnLine line) {
  for (Segment& segment : line.segments) row.segments.push_back(std::move(segment));
  row.box = around(row.box, line.box);
}

}  // namespace

bool on_one_height(const DrawnLine& a, const DrawnLine& b) {
  return std::abs(middle(a.box) - middle(b.box)) < 0.3 * std::max(a.size, b.size);
}

bool stands_side_by_side(const std::vector<Piece>& pieces) {
  constexpr std::size_t kEnough = 2;
  std::size_t beside = 0;
  std::size_t line = 0;  // its first piece
  for (std::size_t i = 1; i < pieces.size() && beside < kEnough; ++i) {
    if (goes_on(pieces[i - 1], pieces[i])) {
      beside += stands_apart(pieces[i - 1], pieces[i]) ? 1U : 0U;
    } else {
      beside += middle(pieces[i].box) <= middle(pieces[line].box) + 1 ? 1U : 0U;
      line = i;
    }
  }
  return beside >= kEnough;
}

std::vector<DrawnLine> lines_of(std::vector<Piece> pieces) {
  std::vector<DrawnLine> lines;
  for (Piece& piece : pieces) {
    const bool same_line = !lines.empty() && goes_on(lines.back().segments.back().back(), piece);
    if (!same_line) lines.emplace_back();
    append(lines.back(), std::move(piece));
  }
  return lines;
}

DrawnLine line_of(Segment segment) {
  DrawnLine line;
  for (Piece& piece : segment) append(line, std::move(piece));
  return line;
}

std::vector<DrawnLine> rows_of(std::vector<DrawnLine> lines, double page_width) {
  const std::vector<Column> columns = columns_of(lines);
  std::vector<DrawnLine> rows;
  std::size_t first_row = 0;  // of the column before
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool cells = c > 0 && are_cells(lines, columns[c - 1], columns[c], page_width);
    if (!cells) first_row = rows.size();
    for (std::size_t i = columns[c].begin; i < columns[c].end; ++i) {
      auto row = rows.begin() + static_cast<std::ptrdiff_t>(first_row);
      const auto beside = [&](const DrawnLine& one) {
        return on_one_height(one, lines[i]) && one.box.x1 < lines[i].box.x0;
      };
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

}  // namespace trichluc
