#include "extractors/count/table_counts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/clause.h"
#include "extractors/table_rows.h"

namespace trichluc {
namespace {

constexpr std::int64_t kMostCounted = 100000;
// Of the 51 cells of the corpus' fitted half (tests/corpus/reliability.py) none is wrong.
constexpr double kSureOfCell = 0.94;

struct Row {
  std::vector<Cell> cells;
};

using Year = std::optional<std::pair<std::string, Span>>;

struct Rows {
  std::vector<Row> rows;
  Year year{};  // of all of them, where nothing nearer tells one; marked rows have theirs from resolve/
};

// "… theo địa phương, năm 2020" above cells that stand one below the other: the one year of the nearest line that has
// any.
Year year_above_cells(const Reading& reading, const Table& table) {
  for (auto title = table.titles.rbegin(); table.stacked && title != table.titles.rend(); ++title) {
    Year found;
    const Cell& cell = title->cells.front();
    for (std::size_t at = cell.first; at + 1 < cell.last; ++at) {
      if (!reading.is(at, "năm") || !names_year(reading.folded(at + 1))) continue;
      if (found) return std::nullopt;
      found = std::pair(std::string(reading.folded(at + 1)), reading.span_of(at, at + 2));
    }
    if (found) return found;
  }
  return std::nullopt;
}

// "Tổng cộng", "Cộng", "Tổng số".
bool begins_sum(const Reading& reading, std::size_t at) {
  return reading.is(at, "tổng") || reading.is(at, "cộng");
}

bool is_marked_row(const Reading& reading, std::size_t token) {
  return reading.section_of(token) == text::Section::kTable;
}

// In plain text a row is a line with tabs; its paragraph may hold several.
bool opens_line(const Reading& reading, std::size_t token) {
  if (token == 0 || reading.tokens()[token - 1].paragraph != reading.tokens()[token].paragraph) return true;
  return !is_marked_row(reading, token) && reading.gap_before(token).find('\n') != std::string_view::npos;
}

// Is there an empty line before the row that begins here?
bool stands_apart(const Reading& reading, std::size_t first) {
  return first > 0 && reading.gap_before(first).find("\n\n") != std::string_view::npos;
}

// Recognition leaves an empty line below a ruled row: a row as wide as the one above it goes on.
bool is_as_wide(const std::vector<Rows>& tables, const Row& row) {
  return !tables.empty() && tables.back().rows.back().cells.size() == row.cells.size();
}

// Opens the token's cell, where it begins one, and the empty ones before it.
void add_cells(const Reading& reading, std::size_t token, Row& row) {
  std::string_view gap = reading.gap_before(token);
  gap.remove_prefix(std::min(gap.size(), gap.rfind('\n') + 1));  // npos + 1 is 0
  const auto tabs = std::count(gap.begin(), gap.end(), '\t');
  for (auto empty = row.cells.empty() ? tabs : tabs - 1; empty > 0; --empty) row.cells.push_back({token, token});
  if (row.cells.empty() || tabs > 0) row.cells.push_back({token, token});
}

// Of a row the empty cells at its end: tabs between its last token and the end of the line.
std::size_t tabs_behind(const Reading& reading, std::size_t last) {
  const std::string& raw = reading.text().raw();
  const std::size_t begin = reading.text().to_raw(reading.tokens()[last - 1].span).end;
  const std::size_t end = std::min(raw.find('\n', begin), raw.size());
  const auto at = [&](std::size_t offset) { return raw.begin() + static_cast<std::ptrdiff_t>(offset); };
  return static_cast<std::size_t>(std::count(at(begin), at(end), '\t'));
}

std::vector<Rows> tables_of(const Reading& reading) {
  std::vector<Rows> tables;
  const std::size_t end = reading.tokens().size();
  bool goes_on = false;
  for (std::size_t at = 0; at < end;) {
    Row row;
    const std::size_t first = at;
    do {
      add_cells(reading, at, row);
      row.cells.back().last = ++at;
    } while (at < end && !opens_line(reading, at));
    for (std::size_t empty = tabs_behind(reading, at); empty > 0; --empty) row.cells.push_back({at, at});
    const bool is_row = is_marked_row(reading, first) || row.cells.size() > 1;
    const bool ruled = is_marked_row(reading, first) && is_as_wide(tables, row);
    goes_on = goes_on && is_row && (!stands_apart(reading, first) || begins_sum(reading, first) || ruled);
    if (is_row && !goes_on) tables.emplace_back();
    if (is_row) tables.back().rows.push_back(std::move(row));
    goes_on = is_row;
  }
  return tables;
}

// Tables of a plain text whose columns are set with blanks or bars, or whose cells stand one below the other.
std::vector<Rows> tables_without_tabs(const Reading& reading) {
  std::vector<Rows> tables;
  for (const Table& table : find_tables(reading)) {
    if (table.heads.empty() || !(table.heads.back().blanks || table.heads.back().barred || table.stacked)) continue;
    Rows rows;
    for (const TableRow& row : table.heads) rows.rows.push_back({row.cells});
    for (const TableRow& row : table.rows) rows.rows.push_back({row.cells});
    rows.year = year_above_cells(reading, table);
    tables.push_back(std::move(rows));
  }
  return tables;
}

class TableReader {
 public:
  TableReader(const Reading& reading, const Topic& topic, const Rows& table, std::vector<TableCount>& out)
      : reading_(reading), topic_(topic), table_(table), out_(out) {}

  void read() {
    for (const Row& row : table_.rows) {
      if (is_heading(row)) {
        if (row.cells.size() < 2) continue;
        upper_ = heading_above_ ? heading_ : nullptr;
        heading_ = &row;
        heading_above_ = true;
        continue;
      }
      heading_above_ = false;
      if (heading_ == nullptr || !reads_columns(*heading_, row)) read_labelled(row);
    }
  }

 private:
  // A row without numbers, but for years.
  bool is_heading(const Row& row) const {
    for (const Cell& cell : row.cells) {
      if (cell.first == cell.last) continue;
      if (number_in(cell) != nullptr && year_in(cell).empty()) return false;
      if (reading_.tokens()[cell.first].kind == TokenKind::kNumber && year_in(cell).empty()) return false;
    }
    return true;
  }

  // The cell of `row` that stands under the heading's cell `column`, where that is sure.
  std::optional<std::size_t> under(const Row& heading, std::size_t column, const Row& row) const {
    const std::size_t wide = heading.cells.size();
    const std::size_t cells = row.cells.size();
    if (cells == wide) return column;
    // The lower of two rows of headings: what reaches down from the upper one is an empty cell, so the columns are
    // told, and only what reaches down on the right is missing ("Ghi chú").
    const bool on_grid = heading.cells[0].first == heading.cells[0].last;
    if (on_grid) return cells > wide ? std::optional(column) : std::nullopt;
    const std::size_t from_right = wide - column;
    // "TT Lĩnh vực" printed as one cell over two; "Tổng cộng" as one cell under two.
    const bool numbered = cells == wide + 1 && number_in(row.cells[0]) != nullptr;
    const bool sum = cells + 1 == wide && is_sum(row);
    if ((!numbered && !sum) || from_right > cells) return std::nullopt;
    return cells - from_right;
  }

  bool reads_columns(const Row& heading, const Row& row) {
    bool any = false;
    for (std::size_t c = 0; c < heading.cells.size(); ++c) {
      const LexiconMatch* label = label_in(heading.cells[c], &heading);
      const auto cell = label != nullptr ? under(heading, c, row) : std::nullopt;
      const Quantity* number = cell ? number_in(row.cells[*cell]) : nullptr;
      if (number == nullptr) continue;
      any = true;
      const Year year = year_of_row(row, *cell);
      add(*number, *label, heading.cells[c], year ? year : year_over(c));
    }
    return any;
  }

  // "Số dự án viện trợ được phê duyệt | dự án | 11": with several numbers each needs a year above it.
  void read_labelled(const Row& row) {
    const LexiconMatch* label = nullptr;
    Cell named;
    std::vector<std::size_t> numbers;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (label == nullptr) {
        label = label_in(row.cells[c]);
        named = row.cells[c];
      } else if (number_in(row.cells[c]) != nullptr) {
        numbers.push_back(c);
      }
    }
    if (label == nullptr) return read_place(row);
    for (const std::size_t c : numbers) {
      const auto year = year_above(row, c);
      if (numbers.size() > 1 && !year) continue;
      add(*number_in(row.cells[c]), *label, named, year);
    }
  }

  // "Kon Tum | 8 | 15" under "Tỉnh | 2010 | 2015", below "Số tổ chức PCPNN hoạt động tại các tỉnh Tây Nguyên".
  void read_place(const Row& row) {
    const Cell title = title_above();
    const LexiconMatch* label = title.empty() ? nullptr : label_in(title);
    const LexiconMatch* place = row.cells[0].empty() ? nullptr : reading_.match_at(row.cells[0].first, "places");
    if (label == nullptr || place == nullptr || place->last != row.cells[0].last) return;
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      const Quantity* number = number_in(row.cells[c]);
      const auto year = number != nullptr ? year_above(row, c) : Year{};
      if (!year) continue;
      add(*number, *label, title, year);
      Candidate& candidate = out_.back().candidate;
      const Span words = reading_.span_of(place->first, place->last);
      auto& fact = std::get<CountFact>(candidate.fact);
      fact.place = place->value("name");
      candidate.inferred.push_back({"place", fact.place, words});
    }
  }

  // The paragraph right above the table.
  Cell title_above() const {
    const std::size_t first = table_.rows.front().cells.front().first;
    if (first == 0) return {};
    return {reading_.first_token_of(reading_.tokens()[first - 1].paragraph), first};
  }

  // "Số dự án", "Tổng số khoản viện trợ"; the noun alone only where it needs no context.
  const LexiconMatch* label_in(const Cell& cell, const Row* heading = nullptr) const {
    for (std::size_t at = cell.first; at < cell.last; ++at) {
      const LexiconMatch* head = reading_.match_at(at, "head_nouns");
      if (head == nullptr || (head->value("of") != "ngo" && head->value("of") != "project")) continue;
      const bool led = at > cell.first && (reading_.is(at - 1, "số") || reading_.is(at - 1, "lượng"));
      const bool alone = at == cell.first && head->last == cell.last && head->value("need").empty();
      const bool known = head->value("need") == "aid" ? topic_.is_about_aid() || topic_.speaks_of_aid(at)
                                                      : head->value("need").empty() || topic_.speaks_of_ngos(at) ||
                                                            (heading != nullptr && heads_aid(*heading));
      if ((led || alone) && known) return head;
    }
    return nullptr;
  }

  // "Nước | Số tổ chức | Giá trị (USD)" in a text about aid: the organisations are those that gave the sums beside.
  bool heads_aid(const Row& heading) const {
    const Cell& first = heading.cells.front();
    const Cell& last = heading.cells.back();
    return topic_.is_about_aid() && topic_.speaks_of_aid(first.first) &&
           first_match_in(reading_, first.first, last.last, "currencies") != nullptr;
  }

  const Quantity* number_in(const Cell& cell) const {
    if (cell.first == cell.last) return nullptr;
    const Quantity* quantity = reading_.quantity_at(cell.first);
    if (quantity == nullptr || quantity->last != cell.last || reading_.is_taken(*quantity) || quantity->scaled)
      return nullptr;
    const auto value = quantity->value ? quantity->value->to_integer() : std::nullopt;
    return value && *value > 0 && *value <= kMostCounted ? quantity : nullptr;
  }

  // "2017", "Năm 2017", "Sơ bộ 2005"; empty: no year.
  std::string year_in(const Cell& cell) const {
    if (cell.first == cell.last) return {};
    std::size_t at = cell.first;
    for (const std::string_view word : {"sơ", "bộ", "thực", "hiện", "năm"}) {
      if (at + 1 < cell.last && reading_.is(at, word)) ++at;
    }
    if (at + 1 != cell.last) return {};
    const std::string_view digits = reading_.folded(at);
    return names_year(digits) ? std::string(digits) : std::string{};
  }

  Year year_of_row(const Row& row, std::size_t before) const {
    for (std::size_t c = 0; c < before; ++c) {
      if (const std::string year = year_in(row.cells[c]); !year.empty())
        return std::pair(year, reading_.span_of(row.cells[c].first, row.cells[c].last));
    }
    return std::nullopt;
  }

  // "Năm 2013" over "Số dự án | Giải ngân": the upper row of headings, whose cell reaches to the right.
  Year year_over(std::size_t column) const {
    if (upper_ == nullptr) return std::nullopt;
    for (std::size_t c = std::min(column + 1, upper_->cells.size()); c > 0; --c) {
      const Cell& cell = upper_->cells[c - 1];
      const Cell& below = heading_->cells[c - 1];
      if (below.first == below.last) return std::nullopt;
      if (cell.first == cell.last) continue;
      const std::string year = year_in(cell);
      return year.empty() ? Year{} : std::pair(year, reading_.span_of(cell.first, cell.last));
    }
    return std::nullopt;
  }

  Year year_above(const Row& row, std::size_t column) const {
    if (heading_ == nullptr || heading_->cells.size() != row.cells.size()) return std::nullopt;
    const Cell& cell = heading_->cells[column];
    const std::string year = year_in(cell);
    if (year.empty()) return std::nullopt;
    return std::pair(year, reading_.span_of(cell.first, cell.last));
  }

  bool is_sum(const Row& row) const { return begins_sum(reading_, row.cells.front().first); }

  void add(const Quantity& number, const LexiconMatch& label, const Cell& named, const Year& nearer) {
    const Year& year = nearer ? nearer : table_.year;
    CountFact fact;
    fact.of = label.value("of");
    fact.value = number.value;
    Candidate candidate;
    candidate.rule = "count.table_cell";
    candidate.numbers = {number.span};
    candidate.confidence = kSureOfCell;
    candidate.lines.push_back(line_of(label));
    const TableKey table = fact.of == "project" ? "project_statuses" : "statuses";
    if (const LexiconMatch* status = first_match_in(reading_, label.last, named.last, table)) {
      fact.status = status->value("status");
      fact.kind = status->value("kind") == "stock" ? Kind::kStock : Kind::kFlow;
      candidate.lines.push_back(line_of(*status));
    }
    candidate.span = reading_.span_of(number.first, number.last);
    if (year) {
      fact.period = year->first;
      candidate.inferred.push_back({"period", year->first, year->second});
    }
    candidate.fact = fact;
    out_.push_back({std::move(candidate), number.first});
  }

  const Reading& reading_;
  const Topic& topic_;
  const Rows& table_;
  std::vector<TableCount>& out_;
  const Row* heading_ = nullptr;  // the last one above the row
  const Row* upper_ = nullptr;    // the one right above that, in a table with two rows of headings
  bool heading_above_ = false;    // was the last row a heading?
};

}  // namespace

bool opens_cell(const Reading& reading, std::size_t token) {
  if (token == 0) return true;
  const std::string_view gap = reading.gap_before(token);
  // A plain text's row is set with blanks (pipeline/source/table/text_table.h).
  return gap.find('\t') != std::string_view::npos ||
         (is_marked_row(reading, token) && (gap.find("  ") != std::string_view::npos || reading.is(token - 1, "|")));
}

std::vector<TableCount> table_counts(const Reading& reading, const Topic& topic) {
  std::vector<TableCount> out;
  const auto& paragraphs = reading.text().paragraphs();
  const bool rows = std::any_of(paragraphs.begin(), paragraphs.end(),
                                [](const auto& paragraph) { return paragraph.section == text::Section::kTable; });
  if (rows || reading.text().raw().find('\t') != std::string::npos) {
    for (const Rows& table : tables_of(reading)) TableReader(reading, topic, table, out).read();
  }
  const std::size_t with_tabs = out.size();
  for (const Rows& table : tables_without_tabs(reading)) TableReader(reading, topic, table, out).read();
  std::inplace_merge(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(with_tabs), out.end(),
                     [](const TableCount& a, const TableCount& b) { return a.first < b.first; });
  return out;
}

}  // namespace trichluc
