#include "pipeline/source/ruled_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

// The words of a table by its cells.
class FilledTable {
 public:
  explicit FilledTable(const RuledTable& table) : table_(table), contents_(table.cells.size()) {}

  void offer(const Piece& piece) {
    if (!is_inside(piece, table_.box)) return;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (is_inside(piece, table_.cells[i].box)) contents_[i].push_back(piece);
    }
  }

  // Frames around a text and boxes that are filled in are drawn with lines too.
  bool is_table() const {
    constexpr std::size_t kMostWords = 120;  // of a cell
    std::vector<int> filled_in_row(static_cast<std::size_t>(table_.rows));
    std::vector<int> filled_in_column(static_cast<std::size_t>(table_.columns));
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (contents_[i].size() > kMostWords) return false;
      if (contents_[i].empty()) continue;
      ++filled_in_row[static_cast<std::size_t>(table_.cells[i].row)];
      ++filled_in_column[static_cast<std::size_t>(table_.cells[i].column)];
    }
    const auto rows = std::count_if(filled_in_row.begin(), filled_in_row.end(), [](int filled) { return filled > 1; });
    const auto columns =
        std::count_if(filled_in_column.begin(), filled_in_column.end(), [](int filled) { return filled > 1; });
    return rows >= 2 && columns >= 2;
  }

  // Rows with a word in them.
  std::vector<DrawnLine> rows() {
    std::vector<DrawnLine> rows;
    bool header = true;
    for (std::size_t i = 0; i < contents_.size();) {
      DrawnLine row;
      row.box = {table_.box.x0, table_.cells[i].box.y0, table_.box.x1, table_.cells[i].box.y1};
      bool filled = false;
      const int number = table_.cells[i].row;
      for (; i < contents_.size() && table_.cells[i].row == number; ++i) {
        const RuledCell& cell = table_.cells[i];
        filled = filled || !contents_[i].empty();
        header = header && !(cell.column > 0 && is_figure(contents_[i]));
        row.cells.push_back({{}, 0, number, cell.column, cell.row_span, cell.column_span, false});
        row.segments.push_back(set_in_lines(std::move(contents_[i])));
      }
      for (TableCell& cell : row.cells) cell.header = header;
      if (filled) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  // No letter, and a digit.
  static bool is_figure(const Segment& segment) {
    bool digit = false;
    for (const Piece& piece : segment) {
      for (const char c : piece.text) {
        if ((c & '\x80') != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return false;
        digit = digit || (c >= '0' && c <= '9');
      }
    }
    return digit;
  }

  const RuledTable& table_;
  std::vector<Segment> contents_;
};

}  // namespace

std::vector<DrawnLine> lines_with_tables(std::vector<Piece> pieces, const std::vector<RuledTable>& tables,
                                         double width) {
  constexpr std::size_t kNoTable = SIZE_MAX;
  std::vector<std::vector<DrawnLine>> rows;  // of each table
  std::vector<std::size_t> owner(pieces.size(), kNoTable);
  for (const RuledTable& table : tables) {
    FilledTable filled(table);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (owner[i] == kNoTable) filled.offer(pieces[i]);
    }
    if (!filled.is_table()) continue;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (owner[i] == kNoTable && is_inside(pieces[i], table.box)) owner[i] = rows.size();
    }
    rows.push_back(filled.rows());
  }
  std::vector<DrawnLine> lines;
  std::vector<Piece> part;
  int number = 0;
  const auto add_part = [&] {
    std::vector<DrawnLine> more = rows_of(lines_of(std::exchange(part, {})), width);
    std::move(more.begin(), more.end(), std::back_inserter(lines));
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (owner[i] == kNoTable) {
      part.push_back(std::move(pieces[i]));
    } else if (!rows[owner[i]].empty()) {
      add_part();
      std::vector<DrawnLine> table = std::exchange(rows[owner[i]], {});
      for (DrawnLine& row : table) {
        for (TableCell& cell : row.cells) cell.table = number;
      }
      ++number;
      std::move(table.begin(), table.end(), std::back_inserter(lines));
    }
  }
  add_part();
  return lines;
}

}  // namespace trichluc
