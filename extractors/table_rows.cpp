#include "extractors/table_rows.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "extractors/stacked_cells.h"
#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

constexpr std::size_t kTitlesAbove = 3;
constexpr std::size_t kLongestTitle = 60;  // tokens

class TableFinder {
 public:
  explicit TableFinder(const Reading& reading) : reading_(reading) {}

  std::vector<Table> find() {
    const auto& paragraphs = reading_.text().paragraphs();
    for (std::size_t p = 0; p < paragraphs.size();) {
      if (paragraphs[p].section != text::Section::kTable) {
        p = read_stacked(p);
        continue;
      }
      std::size_t end = p;
      while (end < paragraphs.size() && paragraphs[end].section == text::Section::kTable) ++end;
      read_run(p, end);
      p = end;
    }
    return std::move(tables_);
  }

 private:
  // Rows of a run of table paragraphs [begin, end); a row of one cell between others heads a further table.
  void read_run(std::size_t begin, std::size_t end) {
    Table table;
    for (std::size_t p = begin > kTitlesAbove ? begin - kTitlesAbove : 0; p < begin; ++p) add_title(table, p);
    for (std::size_t p = begin; p < end; ++p) {
      if (is_rule(p)) continue;
      TableRow row = row_of(p);
      const auto filled = std::count_if(row.cells.begin(), row.cells.end(), [](const Cell& c) { return !c.empty(); });
      if (filled < 2) {
        if (!table.rows.empty()) {
          tables_.push_back(std::move(table));
          table = {};
        }
        if (filled == 1) table.titles.push_back(std::move(row));
      } else if (has_figures(row)) {
        table.rows.push_back(std::move(row));
      } else if (table.rows.empty()) {
        table.heads.push_back(std::move(row));
      }
    }
    fill_gaps(table);
    if (!table.rows.empty()) tables_.push_back(std::move(table));
  }

  // A table whose cells stand one below the other, if its first row begins here. Gives the paragraph behind it; the
  // next one where there is none.
  std::size_t read_stacked(std::size_t paragraph) {
    auto stacked = find_stacked_cells(reading_, paragraph);
    if (!stacked) return paragraph + 1;
    const std::size_t head = stacked->head;
    for (std::size_t p = head > kTitlesAbove ? head - kTitlesAbove : 0; p < head; ++p) add_title(stacked->table, p);
    tables_.push_back(std::move(stacked->table));
    return stacked->end;
  }

  // "-----------": a line drawn between rows.
  bool is_rule(std::size_t paragraph) const {
    const auto [first, last] = tokens_of(paragraph);
    for (std::size_t at = first; at < last; ++at) {
      if (reading_.tokens()[at].kind != TokenKind::kMark) return false;
    }
    return last > first + 2;
  }

  void add_title(Table& table, std::size_t paragraph) const {
    const text::Section section = reading_.text().paragraphs()[paragraph].section;
    if (section == text::Section::kRelated || section == text::Section::kFrame) return;
    auto [first, last] = tokens_of(paragraph);
    // "… 27,45 triệu USD. Cụ thể từng năm như bảng dưới (đvt: USD):": the sentence that leads to the table.
    if (last > first + kLongestTitle && reading_.is(last - 1, ":")) first = reading_.sentence_of(last - 1).first;
    if (last > first && last - first <= kLongestTitle) table.titles.push_back({{{first, last}}, paragraph});
  }

  std::pair<std::size_t, std::size_t> tokens_of(std::size_t paragraph) const {
    return {reading_.first_token_of(paragraph), reading_.first_token_of(paragraph + 1)};
  }

  // A tab in the text as read parts two cells.
  TableRow row_of(std::size_t paragraph) const {
    TableRow row;
    row.paragraph = paragraph;
    const auto [first, last] = tokens_of(paragraph);
    if (first == last) return row;
    const std::string& raw = reading_.text().raw();
    const auto raw_of = [&](std::size_t token) { return reading_.text().to_raw(reading_.tokens()[token].span); };
    std::size_t line = raw_of(first).begin;
    while (line > 0 && (raw[line - 1] == '\t' || raw[line - 1] == ' ')) --line;
    if (is_set_with_blanks(first, last))
      return has_bars(first, last) ? row_of_bars(row, first, last) : row_of_blanks(row, first, last);
    const auto tabs = [&](std::size_t from, std::size_t to) {
      return std::count(raw.begin() + static_cast<std::ptrdiff_t>(from), raw.begin() + static_cast<std::ptrdiff_t>(to),
                        '\t');
    };
    for (auto empty = tabs(line, raw_of(first).begin); empty > 0; --empty) row.cells.push_back({first, first});
    row.cells.push_back({first, first + 1});
    for (std::size_t at = first + 1; at < last; ++at) {
      const auto parted = tabs(raw_of(at - 1).end, std::max(raw_of(at).begin, raw_of(at - 1).end));
      for (auto empty = parted; empty > 1; --empty) row.cells.push_back({at, at});
      if (parted > 0) row.cells.push_back({at, at});
      row.cells.back().last = at + 1;
    }
    const std::size_t end = raw_of(last - 1).end;
    const std::size_t line_end = std::min(raw.find('\n', end), raw.size());
    for (auto empty = tabs(end, line_end); empty > 0; --empty) row.cells.push_back({last, last});
    return row;
  }

  // A plain text's row: no tab in it, and two blanks or more between its cells.
  bool is_set_with_blanks(std::size_t first, std::size_t last) const {
    const Span line = reading_.text().to_raw(reading_.span_of(first, last));
    return reading_.text().raw().substr(line.begin, line.size()).find_first_of("\t\n") == std::string::npos;
  }

  bool has_bars(std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at) {
      if (reading_.is(at, "|")) return true;
    }
    return false;
  }

  // "| Y tế | 3 | 250.000 |", with or without the bars at its ends.
  TableRow row_of_bars(TableRow row, std::size_t first, std::size_t last) const {
    if (reading_.is(first, "|")) ++first;
    if (last > first && reading_.is(last - 1, "|")) --last;
    row.cells.push_back({first, first});
    for (std::size_t at = first; at < last; ++at) {
      if (reading_.is(at, "|"))
        row.cells.push_back({at + 1, at + 1});
      else
        row.cells.back().last = at + 1;
    }
    row.barred = true;
    return row;
  }

  TableRow row_of_blanks(TableRow row, std::size_t first, std::size_t last) const {
    for (std::size_t at = first; at < last; ++at) {
      if (at == first || reading_.gap_before(at).size() > 1) row.cells.push_back({at, at});
      row.cells.back().last = at + 1;
    }
    row.blanks = true;
    return row;
  }

  // Where the cell's middle stands in its line, in code points from the left.
  double middle_of(const Cell& cell) const {
    const std::string_view raw = reading_.text().raw();
    const Span span = reading_.text().to_raw(reading_.span_of(cell.first, cell.last));
    const std::size_t before = raw.rfind('\n', span.begin);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    const auto points = [&](std::size_t end) { return count_code_points(raw.substr(line, end - line)); };
    return static_cast<double>(points(span.begin) + points(span.end)) / 2;
  }

  // "Cộng      177   15.120.000" below five headings: each cell stands below the heading that it is nearest to.
  void fill_gaps(Table& table) const {
    if (table.heads.empty() || !table.heads.back().blanks) return;
    const TableRow& head = table.heads.back();
    for (TableRow& row : table.rows) {
      if (!row.blanks || row.cells.size() >= head.cells.size()) continue;
      std::vector<Cell> filled(head.cells.size());
      bool clear = true;
      for (const Cell& cell : row.cells) {
        const auto nearer = [&](const Cell& a, const Cell& b) {
          return std::abs(middle_of(a) - middle_of(cell)) < std::abs(middle_of(b) - middle_of(cell));
        };
        const auto column = std::min_element(head.cells.begin(), head.cells.end(), nearer) - head.cells.begin();
        Cell& place = filled[static_cast<std::size_t>(column)];
        clear = clear && place.empty();
        place = cell;
      }
      if (clear) row.cells = std::move(filled);
    }
  }

  bool has_figures(const TableRow& row) const {
    // The ordinal in front is no figure.
    return std::any_of(row.cells.begin() + 1, row.cells.end(), [&](const Cell& cell) {
      return number_in(reading_, cell) != nullptr && !is_year(reading_, cell);
    });
  }

  const Reading& reading_;
  std::vector<Table> tables_;
};

}  // namespace

const Quantity* number_in(const Reading& reading, const Cell& cell) {
  if (cell.empty()) return nullptr;
  const Quantity* quantity = reading.quantity_at(cell.first);
  if (quantity == nullptr || quantity->spelled || reading.is_taken(*quantity)) return nullptr;
  const bool percent = quantity->last + 1 == cell.last && reading.is(quantity->last, "%");
  return quantity->last == cell.last || percent ? quantity : nullptr;
}

bool names_year(std::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20") &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view year_in(const Reading& reading, const Cell& cell) {
  const bool named = cell.last - cell.first == 2 && reading.is(cell.first, "năm");
  if (!named && cell.last - cell.first != 1) return {};
  const std::string_view digits = reading.folded(cell.last - 1);
  return names_year(digits) ? digits : std::string_view{};
}

bool is_year(const Reading& reading, const Cell& cell) {
  return cell.last - cell.first == 1 && !year_in(reading, cell).empty();
}

std::vector<Table> find_tables(const Reading& reading) {
  return TableFinder(reading).find();
}

}  // namespace trichluc
