#include "pipeline/source/table/table_cells.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace trichluc {
namespace {

// Of the height of a word: a justified line stretches its blanks to less.
constexpr double kWideGap = 1.4;
constexpr std::size_t kFewestRows = 3;
// Lines without a wide gap that may stand between two rows: the second half of a cell, the name of a group.
constexpr std::size_t kMostLinesBetween = 3;
// Words a cell has on average, in columns that are no prose.
constexpr std::size_t kMostWords = 7;
// Of ten rows one may reach over a gap between columns, as headings of groups do.
constexpr std::size_t kRowsForOneBridge = 10;

// Words of one line without a wide gap between them.
struct Stretch {
  Span in_page;
  double x0 = 0;
  double x1 = 0;
  std::size_t words = 0;
  bool figures = false;  // no letters, and a digit
};

struct TextLine {
  std::vector<Stretch> stretches;
  double y0 = 0;
  double y1 = 0;
};

struct Column {
  double x0 = 0;
  double x1 = 0;
};

bool is_letter(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

std::vector<TextLine> lines_of(const Page& page) {
  std::vector<TextLine> lines;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    const std::string_view text = slice(page.text, word.in_page);
    const bool first = i == 0;
    const std::string_view between = first || word.in_page.begin < page.words[i - 1].in_page.end
                                         ? std::string_view("\n")
                                         : slice(page.text, {page.words[i - 1].in_page.end, word.in_page.begin});
    const bool new_line = between.find('\n') != std::string_view::npos;
    if (new_line) lines.push_back({{}, word.box.y0, word.box.y1});
    TextLine& line = lines.back();
    const double height =
        std::max(word.box.y1 - word.box.y0, first ? 0 : page.words[i - 1].box.y1 - page.words[i - 1].box.y0);
    const bool apart = new_line || between.find('\t') != std::string_view::npos ||
                       word.box.x0 - line.stretches.back().x1 > kWideGap * height;
    if (apart) line.stretches.push_back({word.in_page, word.box.x0, word.box.x1, 0, false});
    Stretch& stretch = line.stretches.back();
    const bool letters = std::any_of(text.begin(), text.end(), is_letter);
    stretch.figures = !letters && (stretch.words == 0 ? has_digit(text) : stretch.figures);
    stretch.in_page.end = word.in_page.end;
    stretch.x1 = std::max(stretch.x1, word.box.x1);
    ++stretch.words;
    line.y0 = std::min(line.y0, word.box.y0);
    line.y1 = std::max(line.y1, word.box.y1);
  }
  return lines;
}

bool is_row(const TextLine& line) {
  return line.stretches.size() >= 2;
}

// Lines [begin, end) that may be one table: rows, and between them few other lines.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t body = 0;  // its first line below the header
};

// The lines above the first figures, where figures follow.
std::size_t end_of_header(const std::vector<TextLine>& lines, const Run& run) {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const auto& stretches = lines[i].stretches;
    // A number in the first column alone is that of the row.
    if (std::any_of(stretches.begin() + 1, stretches.end(), [](const Stretch& s) { return s.figures; })) return i;
  }
  return run.begin;
}

std::vector<Run> runs_of(const std::vector<TextLine>& lines) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_row(lines[i])) continue;
    const bool goes_on = !runs.empty() && i <= runs.back().end + kMostLinesBetween && lines[i].y0 > lines[i - 1].y0;
    if (!goes_on) runs.push_back({i, i, i});
    runs.back().end = i + 1;
  }
  for (Run& run : runs) run.body = end_of_header(lines, run);
  return runs;
}

// Does the stretch reach over a gap between these columns?
bool is_bridge(const Stretch& stretch, const std::vector<Column>& columns) {
  return std::count_if(columns.begin(), columns.end(),
                       [&](const Column& column) { return stretch.x0 < column.x1 && column.x0 < stretch.x1; }) > 1;
}

// Where most rows have words: what remains between is the gaps. `below`: the columns of the rows below the header; a
// heading that stands over several of them ("TT Lĩnh vực", printed close) joins none.
std::vector<Column> columns_of(const std::vector<TextLine>& lines, const Run& run, const std::vector<Column>& below) {
  std::vector<std::pair<double, int>> edges;  // x, and +1 where a stretch begins there, -1 where one ends
  std::size_t rows = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (!is_row(lines[i])) continue;
    ++rows;
    for (const Stretch& stretch : lines[i].stretches) {
      if (i < run.body && is_bridge(stretch, below)) continue;
      edges.emplace_back(stretch.x0, 1);
      edges.emplace_back(stretch.x1, -1);
    }
  }
  std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) {
    return a.first < b.first || (a.first == b.first && a.second > b.second);
  });
  const int bridges = static_cast<int>(rows / kRowsForOneBridge);
  std::vector<Column> columns;
  int depth = 0;
  for (const auto& [x, step] : edges) {
    const bool was_inside = depth > bridges;
    depth += step;
    const bool inside = depth > bridges;
    if (inside && !was_inside) columns.push_back({x, x});
    if (was_inside) columns.back().x1 = x;
  }
  return columns;
}

// The columns of the rows below the header; none where too few stand there to tell them.
std::vector<Column> columns_below(const std::vector<TextLine>& lines, const Run& run) {
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(run.body);
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(run.end);
  if (run.body == run.begin || static_cast<std::size_t>(std::count_if(begin, end, is_row)) < kFewestRows) return {};
  return columns_of(lines, {run.body, run.end, run.body}, {});
}

struct Place {
  int column = 0;
  int columns = 1;
};

// The columns that a stretch overlaps; the nearest one where it stands between two.
Place place_of(const Stretch& stretch, const std::vector<Column>& columns) {
  std::optional<Place> place;
  std::size_t nearest = 0;
  double least = -1;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const double shared = std::min(stretch.x1, columns[c].x1) - std::max(stretch.x0, columns[c].x0);
    if (least < 0 || -shared < least) {
      least = std::max(0.0, -shared);
      nearest = c;
    }
    if (shared <= 0) continue;
    if (!place) place = Place{static_cast<int>(c), 0};
    place->columns = static_cast<int>(c) - place->column + 1;
  }
  return place.value_or(Place{static_cast<int>(nearest), 1});
}

// Short words and figures in every column but one, and figures or a third column.
bool is_table(const std::vector<TextLine>& lines, const Run& run, const std::vector<Column>& columns) {
  if (columns.size() < 2) return false;
  std::vector<std::size_t> words(columns.size()), cells(columns.size()), figures(columns.size());
  std::size_t rows = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (!is_row(lines[i])) continue;
    ++rows;
    for (const Stretch& stretch : lines[i].stretches) {
      const auto column = static_cast<std::size_t>(place_of(stretch, columns).column);
      words[column] += stretch.words;
      ++cells[column];
      figures[column] += stretch.figures ? 1U : 0U;
    }
  }
  if (rows < kFewestRows) return false;
  std::size_t prose = 0;
  bool counted = false;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (cells[c] == 0) continue;
    prose += words[c] > kMostWords * cells[c] ? 1U : 0U;
    counted = counted || (2 * figures[c] >= cells[c] && figures[c] >= 2);
  }
  return prose <= 1 && (counted || (columns.size() >= 3 && prose == 0));
}

class TableWriter {
 public:
  TableWriter(int table, const std::vector<Column>& columns, std::vector<TableCell>& out)
      : table_(table), columns_(columns), out_(out) {}

  void add_row(const TextLine& line, bool header) {
    int next = 0;
    std::size_t end = line.stretches.front().in_page.begin;
    for (const Stretch& stretch : line.stretches) {
      const Place place = place_of(stretch, columns_);
      if (place.column < next) {  // a second stretch in one column belongs to the cell before
        out_.back().in_page.end = stretch.in_page.end;
      } else {
        for (; next < place.column; ++next) out_.push_back(cell({end, end}, next, 1, header));
        out_.push_back(cell(stretch.in_page, place.column, place.columns, header));
        next = place.column + place.columns;
      }
      end = stretch.in_page.end;
    }
    for (; next < static_cast<int>(columns_.size()); ++next) out_.push_back(cell({end, end}, next, 1, header));
    ++row_;
  }

 private:
  TableCell cell(Span in_page, int column, int columns, bool header) const {
    return {in_page, table_, row_, column, 1, columns, header};
  }

  int table_;
  const std::vector<Column>& columns_;
  std::vector<TableCell>& out_;
  int row_ = 0;
};

}  // namespace

std::vector<TableCell> find_table_cells(const Page& page) {
  std::vector<TableCell> cells;
  const std::vector<TextLine> lines = lines_of(page);
  int table = 0;
  for (const Run& run : runs_of(lines)) {
    const std::vector<Column> columns = columns_of(lines, run, columns_below(lines, run));
    if (!is_table(lines, run, columns)) continue;
    TableWriter writer(table++, columns, cells);
    for (std::size_t i = run.begin; i < run.end; ++i) writer.add_row(lines[i], i < run.body);
  }
  return cells;
}

namespace {

// Recognition puts a blank between words however far they stand apart: a tab there parts two cells for every reader.
void part_with_tab(std::string& text, const TableCell& cell, const TableCell& next) {
  if (next.in_page.begin <= cell.in_page.end || cell.in_page.begin == cell.in_page.end) return;
  if (slice(text, {cell.in_page.end, next.in_page.begin}).find_first_not_of(' ') != std::string_view::npos) return;
  text[next.in_page.begin - 1] = '\t';
}

}  // namespace

void put_table_cells(Page& page) {
  page.cells = find_table_cells(page);
  for (std::size_t i = 0; i + 1 < page.cells.size(); ++i) part_with_tab(page.text, page.cells[i], page.cells[i + 1]);
  for (std::size_t i = 0; i < page.cells.size(); ++i) {
    if (page.cells[i].column > 0) continue;
    std::size_t last = i;
    while (last + 1 < page.cells.size() && page.cells[last + 1].row == page.cells[i].row &&
           page.cells[last + 1].table == page.cells[i].table)
      ++last;
    page.hints.push_back({{page.cells[i].in_page.begin, page.cells[last].in_page.end}, text::Hint::kTableRow});
  }
}

}  // namespace trichluc
