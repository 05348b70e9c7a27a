#include "pipeline/source/pdf/ruled_rows.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace trichluc {
namespace {

// Cells that share a side hold no piece twice, and none falls between them.
bool is_inside(const Piece& piece, const Box& box) {
  const double x = (piece.box.x0 + piece.box.x1) / 2;
  return x >= box.x0 && x < box.x1 && middle(piece.box) >= box.y0 && middle(piece.box) < box.y1;
}

// The pieces of a cell line by line, from the top.
Segment set_in_lines(Segment pieces) {
  std::vector<DrawnLine> lines = lines_of(std::move(pieces));
  std::stable_sort(lines.begin(), lines.end(),
                   [](const DrawnLine& a, const DrawnLine& b) { return middle(a.box) < middle(b.box); });
  for (auto first = lines.begin(); first != lines.end();) {
    const auto below =
        std::find_if_not(first, lines.end(), [&](const auto& line) { return on_one_height(*first, line); });
    const auto end = std::max(below, first + 1);
    std::stable_sort(first, end, [](const DrawnLine& a, const DrawnLine& b) { return a.box.x0 < b.box.x0; });
    first = end;
  }
  Segment out;
  for (DrawnLine& line : lines) {
    for (Segment& segment : line.segments) {
      segment.back().space_after = true;
      std::move(segment.begin(), segment.end(), std::back_inserter(out));
    }
  }
  return out;
}

// No letter, and a digit.
bool is_figure(const Segment& segment) {
  bool digit = false;
  for (const Piece& piece : segment) {
    for (const char c : piece.text) {
      if ((c & '\x80') != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return false;
      digit = digit || (c >= '0' && c <= '9');
    }
  }
  return digit;
}

// Frames around a text and boxes that are filled in are drawn with lines too.
bool is_table(const RuledTable& table, const std::vector<Segment>& contents) {
  constexpr std::size_t kMostWords = 120;  // of a cell
  std::vector<int> in_row(static_cast<std::size_t>(table.rows));
  std::vector<int> in_column(static_cast<std::size_t>(table.columns));
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (contents[i].size() > kMostWords) return false;
    if (contents[i].empty()) continue;
    ++in_row[static_cast<std::size_t>(table.cells[i].row)];
    ++in_column[static_cast<std::size_t>(table.cells[i].column)];
  }
  const auto several = [](const std::vector<int>& filled) {
    return std::count_if(filled.begin(), filled.end(), [](int cells) { return cells > 1; });
  };
  return several(in_row) >= 2 && several(in_column) >= 2;
}

// Which cell the piece stands in; how many there are where it stands in none.
std::size_t cell_of(const Piece& piece, const RuledTable& table) {
  if (!is_inside(piece, table.box)) return table.cells.size();
  const auto cell = std::find_if(table.cells.begin(), table.cells.end(),
                                 [&](const RuledCell& one) { return is_inside(piece, one.box); });
  return static_cast<std::size_t>(cell - table.cells.begin());
}

}  // namespace

std::optional<std::vector<DrawnLine>> rows_of_table(const RuledTable& table, std::vector<Segment> contents,
                                                    int number) {
  if (!is_table(table, contents)) return std::nullopt;
  std::vector<DrawnLine> rows;
  bool header = true;
  for (std::size_t i = 0; i < contents.size();) {
    DrawnLine row;
    row.box = {table.box.x0, table.cells[i].box.y0, table.box.x1, table.cells[i].box.y1};
    bool filled = false;
    const int row_number = table.cells[i].row;
    for (; i < contents.size() && table.cells[i].row == row_number; ++i) {
      const RuledCell& cell = table.cells[i];
      filled = filled || !contents[i].empty();
      header = header && !(cell.column > 0 && is_figure(contents[i]));
      row.cells.push_back({{}, number, row_number, cell.column, cell.row_span, cell.column_span, false});
      row.segments.push_back(set_in_lines(std::move(contents[i])));
    }
    for (TableCell& cell : row.cells) cell.header = header;
    if (filled) rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<DrawnLine> lines_with_tables(std::vector<Piece> pieces, const std::vector<RuledTable>& tables,
                                         double width) {
  std::vector<std::vector<DrawnLine>> rows;                      // of each table
  std::vector<std::optional<std::size_t>> owner(pieces.size());  // the table that a piece stands in
  for (const RuledTable& table : tables) {
    std::vector<Segment> contents(table.cells.size());
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::size_t cell = owner[i] ? contents.size() : cell_of(pieces[i], table);
      if (cell == contents.size()) continue;
      contents[cell].push_back(pieces[i]);
      members.push_back(i);
    }
    auto filled = rows_of_table(table, std::move(contents), static_cast<int>(rows.size()));
    if (!filled) continue;
    for (const std::size_t member : members) owner[member] = rows.size();
    rows.push_back(std::move(*filled));
  }
  std::vector<DrawnLine> lines;
  std::vector<Piece> part;
  const auto add_part = [&] {
    std::vector<DrawnLine> more = rows_of(lines_of(std::exchange(part, {})), width);
    std::move(more.begin(), more.end(), std::back_inserter(lines));
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!owner[i]) {
      part.push_back(std::move(pieces[i]));
    } else if (!rows[*owner[i]].empty()) {
      add_part();
      std::vector<DrawnLine> table = std::exchange(rows[*owner[i]], {});
      std::move(table.begin(), table.end(), std::back_inserter(lines));
    }
  }
  add_part();
  return lines;
}

}  // namespace trichluc
