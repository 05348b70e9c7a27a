#include "extractors/stacked_cells.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace trichluc {
namespace {

constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kMostColumns = 10;
constexpr std::size_t kFewestRows = 2;
constexpr std::size_t kLongestCell = 25;  // tokens
constexpr std::size_t kMostHeadLines = 24;

class StackedReader {
 public:
  StackedReader(const Reading& reading, std::size_t first) : reading_(reading), first_(first) {}

  std::optional<StackedCells> read() const {
    if (first_ == 0 || !is_cell(first_) || !begins_row(first_)) return std::nullopt;
    for (std::size_t columns = kFewestColumns; columns <= kMostColumns; ++columns) {
      if (auto found = read(columns)) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<StackedCells> read(std::size_t columns) const {
    StackedCells found;
    found.table.stacked = true;
    // The headings first: they are few, while every row of a long list without any would be walked to its end.
    TableRow head = head_above(columns, found.head);
    if (head.cells.empty() || (is_year_cell(first_) && !heads_years(head.cells.front()))) return std::nullopt;
    const std::size_t end = end_of_rows(columns);
    if (end < first_ + kFewestRows * columns) return std::nullopt;
    found.table.heads.push_back(std::move(head));
    for (std::size_t at = first_; at < end; at += columns) found.table.rows.push_back(row_of(at, at + columns));
    found.end = end;
    const std::size_t end_of_total = std::max(end_of_figures(end + 1, end + columns), end);
    if (end_of_total > end + 1 && is_cell(end) && is_label(end)) {  // "Tổng cộng", "6", "607.050"
      found.table.rows.push_back(row_of(end, end_of_total));
      found.end = end_of_total;
    }
    return found;
  }

  // A row begins with its ordinal, its year, or the name of what it tells of.
  bool begins_row(std::size_t paragraph) const {
    return ordinal_at(paragraph) == 1 || is_year_cell(paragraph) || (is_label(paragraph) && is_figure(paragraph + 1));
  }

  // One past the last row of so many cells that goes on like the first one.
  std::size_t end_of_rows(std::size_t columns) const {
    std::size_t at = first_;
    for (std::size_t row = 0; is_row(at, columns, row); ++row) at += columns;
    return at;
  }

  bool is_row(std::size_t at, std::size_t columns, std::size_t row) const {
    for (std::size_t p = at; p < at + columns; ++p) {
      if (!is_cell(p)) return false;
    }
    if (ordinal_at(first_) == 1 && heads_ordinals()) return ordinal_at(at) == row + 1;
    const bool figures = end_of_figures(at + 1, at + columns) == at + columns;
    if (!figures) return false;
    return is_year_cell(first_) ? is_year_cell(at) : is_label(at);
  }

  // The headings right above the first row, as many as there are columns; a heading that is set in several lines goes
  // on in small letters or with a bracket. Empty: there are not so many.
  TableRow head_above(std::size_t columns, std::size_t& begin) const {
    TableRow head;
    std::vector<Cell> cells;  // from the last one back
    std::size_t end = first_;
    for (std::size_t p = first_; p-- > 0 && first_ - p <= kMostHeadLines && cells.size() < columns;) {
      if (!is_cell(p) || is_figure(p) || !is_open_line(p)) return head;
      if (goes_on(p)) continue;
      cells.push_back({cell_of(p).first, cell_of(end - 1).last});
      end = p;
    }
    if (cells.size() < columns) return head;
    begin = end;
    head.paragraph = begin;
    head.cells.assign(cells.rbegin(), cells.rend());
    return head;
  }

  bool goes_on(std::size_t paragraph) const {
    const std::size_t token = cell_of(paragraph).first;
    const Token& first = reading_.tokens()[token];
    return (first.kind == TokenKind::kWord && !first.capital) || first.folded == "(";
  }

  // A heading ends like no sentence and announces no list.
  bool is_open_line(std::size_t paragraph) const {
    return !reading_.is_any(cell_of(paragraph).last - 1, {".", ";", ":", ",", "!", "?"});
  }

  bool heads_ordinals() const {
    for (std::size_t p = first_; p-- > 0 && first_ - p <= kMostColumns;) {
      const Cell cell = cell_of(p);
      const bool short_form = cell.last == cell.first + 1 && reading_.is_any(cell.first, {"tt", "stt"});
      if (short_form || (cell.last == cell.first + 2 && reading_.is(cell.first, "số") &&
                         reading_.is_any(cell.first + 1, {"tt", "tự"})))
        return true;
    }
    return false;
  }

  // "Năm", "Năm thực hiện": else a line above the headings was taken for one.
  bool heads_years(const Cell& heading) const {
    const LexiconMatch* word = reading_.match_at(heading.first, "table_headings");
    return word != nullptr && word->value("role") == "year";
  }

  // One past the last of the figures that stand side by side in [from, to).
  std::size_t end_of_figures(std::size_t from, std::size_t to) const {
    std::size_t at = from;
    while (at < to && is_cell(at) && (is_figure(at) || is_dash(at))) ++at;
    return at;
  }

  Cell cell_of(std::size_t paragraph) const {
    return {reading_.first_token_of(paragraph), reading_.first_token_of(paragraph + 1)};
  }

  TableRow row_of(std::size_t begin, std::size_t end) const {
    TableRow row;
    row.paragraph = begin;
    for (std::size_t p = begin; p < end; ++p) row.cells.push_back(cell_of(p));
    return row;
  }

  bool is_cell(std::size_t paragraph) const {
    if (paragraph >= reading_.text().paragraphs().size()) return false;
    const text::Section section = reading_.text().paragraphs()[paragraph].section;
    if (section == text::Section::kRelated || section == text::Section::kTable) return false;
    const Cell cell = cell_of(paragraph);
    return !cell.empty() && cell.last - cell.first <= kLongestCell;
  }

  // The whole number that is all of the paragraph; 0: it is none.
  std::size_t ordinal_at(std::size_t paragraph) const {
    constexpr std::int64_t kMostRows = 500;
    if (!is_cell(paragraph)) return 0;
    const Quantity* number = number_in(reading_, cell_of(paragraph));
    const std::int64_t value = number != nullptr && number->value ? number->value->to_integer().value_or(0) : 0;
    return value > 0 && value < kMostRows ? static_cast<std::size_t>(value) : 0;
  }

  bool is_year_cell(std::size_t paragraph) const { return !year_in(reading_, cell_of(paragraph)).empty(); }
  bool is_figure(std::size_t paragraph) const {
    return is_cell(paragraph) && (number_in(reading_, cell_of(paragraph)) != nullptr || is_year_cell(paragraph));
  }
  bool is_dash(std::size_t paragraph) const {
    const Cell cell = cell_of(paragraph);
    return cell.last == cell.first + 1 && reading_.is_any(cell.first, {"-", "–"});
  }
  bool is_label(std::size_t paragraph) const {
    const Cell cell = cell_of(paragraph);
    return reading_.is_capital_word(cell.first) && !is_figure(paragraph) && is_open_line(paragraph);
  }

  const Reading& reading_;
  std::size_t first_;  // paragraph
};

}  // namespace

std::optional<StackedCells> find_stacked_cells(const Reading& reading, std::size_t paragraph) {
  return StackedReader(reading, paragraph).read();
}

}  // namespace trichluc
