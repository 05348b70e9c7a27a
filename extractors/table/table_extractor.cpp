#include "extractors/table/table_extractor.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "extractors/table/table_columns.h"
#include "extractors/table/table_years.h"
#include "extractors/table_rows.h"
#include "extractors/topic.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestTotal = 4;  // tokens; "Tổng cục Thống kê hỗ trợ …" is a project
constexpr double kRounding = 0.002;       // of a total: what rounded parts may lack
constexpr double kWholePercent = 100;
constexpr double kPercentRounding = 1;

bool holds_figures(const Column& column) {
  return column.holds == Holds::kSum || column.holds == Holds::kPercent;
}

// A row whose cells stand below their headings.
struct Aligned {
  std::vector<Cell> cells;  // one a column
  Cell label;               // what names the row; empty: nothing does
  std::string_view label_kind;
  Cell donor_above;  // the donor's cell of a row above, which reaches down to this one; empty: none does
  bool total = false;
  bool group = false;  // "A", "II" for its number: what the numbered rows below it add up to
};

// "A", "II", "IV.": the number of a group of rows.
bool is_group_number(const Reading& reading, std::size_t first, std::size_t last) {
  constexpr std::size_t kLongest = 5;  // "XVIII"
  if (first == last || reading.tokens()[first].kind != TokenKind::kWord) return false;
  if (last - first > 2 || (last - first == 2 && reading.tokens()[first + 1].kind != TokenKind::kMark)) return false;
  const std::string_view word = reading.folded(first);
  const bool letter = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
  return letter || (word.size() <= kLongest && word.find_first_not_of("ivx") == std::string_view::npos);
}

class TableReader {
 public:
  TableReader(const Reading& reading, const Table& table, const std::vector<DateReading>& dates,
              std::vector<Column> columns, Readings& out)
      : reading_(reading), table_(table), dates_(dates), columns_(std::move(columns)), out_(out) {
    for (const TableRow& row : table.rows) {
      if (auto aligned = align(row)) rows_.push_back(std::move(*aligned));
    }
    grouped_ = has_groups();
    reach_down();
  }

  void read() {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (holds_figures(columns_[c]) && !restates_another(c)) read_column(c);
    }
  }

 private:
  std::optional<Aligned> align(const TableRow& row) const {
    Aligned aligned;
    aligned.cells = row.cells;
    while (aligned.cells.size() > columns_.size() && aligned.cells.back().empty()) aligned.cells.pop_back();
    if (lacks_ordinal(aligned.cells)) aligned.cells.insert(aligned.cells.begin(), Cell{});
    if (const std::size_t lacking = covered_by_total(aligned.cells))
      aligned.cells.insert(aligned.cells.begin() + 1, lacking, Cell{});
    if (aligned.cells.size() > columns_.size() || numbers_columns(aligned.cells)) return std::nullopt;
    // Only what needs no figure ("Ghi chú") may be missing at the end: elsewhere the columns would be guessed.
    for (std::size_t c = aligned.cells.size(); c < columns_.size(); ++c) {
      if (columns_[c].holds != Holds::kLabel) return std::nullopt;
    }
    aligned.cells.resize(columns_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (holds_figures(columns_[c]) && !fits_figures(aligned.cells[c])) return std::nullopt;
    }
    name(aligned);
    return aligned;
  }

  // A row that begins with its name, where others begin with their number. An empty cell is there, and so is "A".
  bool lacks_ordinal(const std::vector<Cell>& cells) const {
    if (cells.size() + 1 != columns_.size() || columns_[0].holds != Holds::kOrdinal || cells[0].empty()) return false;
    return number_in(reading_, cells[0]) == nullptr && !is_group_number(reading_, cells[0].first, cells[0].last) &&
           !reaches_over(cells);
  }

  // "Tổng cộng | 7 | 661.250" below "World Vision | Hoa Kỳ | 3 | 402.300": how many columns of names the total's name
  // takes besides its own; 0 where the figures would not stand below figures.
  std::size_t covered_by_total(const std::vector<Cell>& cells) const {
    if (cells.size() < 2 || cells.size() >= columns_.size() || !says_total(cells[0])) return 0;
    const std::size_t lacking = columns_.size() - cells.size();
    for (std::size_t c = 1; c < columns_.size(); ++c) {
      if (c <= lacking ? !holds_names(c) : number_in(reading_, cells[c - lacking]) == nullptr) return 0;
    }
    return lacking;
  }

  // Does no full row have a number in this column?
  bool holds_names(std::size_t c) const {
    if (holds_figures(columns_[c]) || columns_[c].holds == Holds::kYear) return false;
    return std::none_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
      return row.cells.size() == columns_.size() && number_in(reading_, row.cells[c]) != nullptr;
    });
  }

  // "Tổng cộng |  | 17": the name reaches over the next column, whose empty cell is there.
  static bool reaches_over(const std::vector<Cell>& cells) { return cells.size() > 1 && cells[1].empty(); }

  // "1 | 2 | 3 | 4": the numbers of the columns themselves.
  bool numbers_columns(const std::vector<Cell>& cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const Quantity* number = number_in(reading_, cells[c]);
      if (number == nullptr || !number->value || number->value->to_integer() != static_cast<std::int64_t>(c + 1))
        return false;
    }
    return true;
  }

  bool fits_figures(const Cell& cell) const {
    const bool dash = cell.last - cell.first == 1 && reading_.is(cell.first, "-");
    return cell.empty() || dash || number_in(reading_, cell) != nullptr;
  }

  void name(Aligned& row) const {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Cell& cell = row.cells[c];
      if (cell.empty() || number_in(reading_, cell) != nullptr) continue;
      row.total = row.total || says_total(cell);
      if (columns_[c].holds == Holds::kOrdinal) {
        row.group = row.group || is_group_number(reading_, cell.first, cell.last);
        continue;
      }
      const bool better = row.label.empty() || (row.label_kind == "other" && columns_[c].label == "donor");
      if (!better) continue;
      row.label = cell;
      row.label_kind = columns_[c].label;
    }
  }

  // "Tổng cộng", "Cộng A + B + C", "Tổng (I+II)".
  bool says_total(const Cell& cell) const {
    if (heading_role(reading_, cell) != "total") return false;
    if (cell.last - cell.first <= kLongestTotal) return true;
    for (std::size_t at = reading_.match_at(cell.first, "table_headings")->last; at < cell.last; ++at) {
      if (reading_.tokens()[at].kind != TokenKind::kMark && !is_group_number(reading_, at, at + 1)) return false;
    }
    return true;
  }

  // "1 | World Vision | Trấn Yên | 420.000" and below it "| | Lục Yên | 310.000": the number and the donor of the first
  // row stand in cells that reach over both.
  void reach_down() {
    if (columns_.empty() || columns_[0].holds != Holds::kOrdinal) return;
    const auto donor =
        std::find_if(columns_.begin(), columns_.end(), [](const Column& column) { return column.label == "donor"; });
    const auto c = static_cast<std::size_t>(donor - columns_.begin());
    if (c == columns_.size()) return;
    Cell above;
    for (Aligned& row : rows_) {
      if (!row.cells[c].empty() || !row.cells[0].empty() || row.total || row.group) {
        above = row.total || row.group ? Cell{} : row.cells[c];
      } else if (!row.label.empty()) {
        row.donor_above = above;
      }
    }
  }

  // The same sums again in another currency: "Giải ngân (USD) | Giải ngân (triệu đồng)".
  bool restates_another(std::size_t c) const {
    return c > 0 && columns_[c].holds == Holds::kSum && is_restated_by(c - 1, c);
  }

  bool is_restated_by(std::size_t first, std::size_t second) const {
    const Column& a = columns_[first];
    const Column& b = columns_[second];
    return second < columns_.size() && a.holds == Holds::kSum && b.holds == Holds::kSum && !a.stage.value.empty() &&
           a.stage.value == b.stage.value && a.period.value == b.period.value && a.place.value == b.place.value &&
           a.currency.value != b.currency.value;
  }

  std::optional<Decimal> amount_in(const Column& column, const Cell& cell) const {
    const Quantity* number = number_in(reading_, cell);
    return number == nullptr || !number->value ? std::nullopt : times_power_of_ten(*number->value, column.power);
  }

  // Do the rows without the total add up to it? Of rows in groups, the groups.
  bool adds_up_to(std::size_t c, double whole, double tolerance) const {
    double sum = 0;
    for (const Aligned& row : rows_) {
      const bool counts = !row.total && (!grouped_ || row.group);
      const auto amount = counts ? amount_in(columns_[c], row.cells[c]) : std::nullopt;
      if (amount) sum += amount->to_double();
    }
    return sum >= whole - tolerance && sum <= whole + tolerance;
  }

  // Does what follows the group's row add up to it?
  bool is_whole_of_next(std::size_t c, std::size_t group) const {
    const auto whole = amount_in(columns_[c], rows_[group].cells[c]);
    double sum = 0;
    for (std::size_t r = group + 1; r < rows_.size() && !rows_[r].group && !rows_[r].total; ++r) {
      const auto amount = amount_in(columns_[c], rows_[r].cells[c]);
      if (amount) sum += amount->to_double();
    }
    return whole && std::abs(sum - whole->to_double()) <= whole->to_double() * kRounding;
  }

  // Rows of groups, each with a sum that its own rows add up to.
  bool has_groups() const {
    const auto is_group = [](const Aligned& row) { return row.group && !row.total; };
    if (std::count_if(rows_.begin(), rows_.end(), is_group) < 2) return false;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].holds != Holds::kSum) continue;
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (is_group(rows_[r]) && !is_whole_of_next(c, r)) return false;
      }
    }
    return true;
  }

  const Aligned* total_of(std::size_t c) const {
    const Aligned* total = nullptr;
    for (const Aligned& row : rows_) {
      const auto amount = row.total ? amount_in(columns_[c], row.cells[c]) : std::nullopt;
      if (!amount) continue;
      if (total != nullptr || !adds_up_to(c, amount->to_double(), amount->to_double() * kRounding)) return nullptr;
      total = &row;
    }
    return total;
  }

  void read_column(std::size_t c) {
    if (columns_[c].holds == Holds::kPercent) {
      if (!adds_up_to(c, kWholePercent, kPercentRounding)) return refuse(c);
      for (const Aligned& row : rows_) {
        if (!row.total) add_share(c, row);
      }
      return;
    }
    const Aligned* total = total_of(c);
    std::optional<std::size_t> whole;
    if (total != nullptr) {
      whole = out_.candidates.size();
      add_sum(c, *total, std::nullopt);
    }
    std::optional<std::size_t> part_of = whole;
    for (const Aligned& row : rows_) {
      if (&row == total) continue;
      const std::size_t index = out_.candidates.size();
      add_sum(c, row, row.group ? whole : part_of);
      if (grouped_ && row.group) part_of = index < out_.candidates.size() ? std::optional(index) : whole;
    }
    if (columns_[c].holds == Holds::kSum && whole) total_sum_ = whole;
  }

  void refuse(std::size_t c) {
    const Cell& heading = columns_[c].heading;
    out_.rejections.push_back({reading_.span_of(heading.first, heading.last), "table.percent",
                               "the column's percentages are no parts of one whole"});
  }

  Span words_of(const Aligned& row, const Cell& cell) const {
    const bool before = !row.label.empty() && row.label.first < cell.first;
    return reading_.span_of(before ? row.label.first : cell.first, cell.last);
  }

  std::string label_of(const Aligned& row) const {
    return row.label.empty() ? std::string{} : reading_.words(reading_.span_of(row.label.first, row.label.last));
  }

  void add_share(std::size_t c, const Aligned& row) {
    const Quantity* number = number_in(reading_, row.cells[c]);
    if (number == nullptr || !number->value || row.label.empty()) return;
    Candidate candidate;
    candidate.fact = ShareFact{*number->value, label_of(row), total_sum_};
    candidate.rule = "table.percent";
    candidate.numbers = {number->span};
    candidate.span = words_of(row, row.cells[c]);
    out_.candidates.push_back(std::move(candidate));
  }

  void add_sum(std::size_t c, const Aligned& row, std::optional<std::size_t> whole) {
    const Column& column = columns_[c];
    const Cell& cell = row.cells[c];
    const auto amount = amount_in(column, cell);
    if (!amount || *amount == Decimal{}) return;
    Candidate candidate;
    candidate.span = words_of(row, cell);
    candidate.lines = column.lines;
    candidate.rule = row.total ? "table.total" : "table.sum";
    candidate.numbers = {number_in(reading_, cell)->span};
    candidate.fact = sum_of(c, row, *amount, whole, candidate);
    out_.candidates.push_back(std::move(candidate));
  }

  AidValueFact sum_of(std::size_t c, const Aligned& row, const Decimal& amount, std::optional<std::size_t> whole,
                      Candidate& candidate) const {
    const Column& column = columns_[c];
    AidValueFact fact;
    fact.amount = amount;
    fact.currency = column.currency.value;
    infer(candidate, "currency", column.currency);
    if (!column.stage.value.empty()) fact.stage = column.stage.value;
    infer(candidate, "stage", column.stage);
    fact.kind = Kind::kFlow;
    fact.certainty = column.expected ? Certainty::kExpected : Certainty::kReported;
    fact.part_of = whole;
    if (!row.total && row.label_kind == "sector") fact.sector = label_of(row);
    if (!row.total && row.label_kind == "donor") fact.donor = label_of(row);
    if (!row.donor_above.empty()) {
      const Span words = reading_.span_of(row.donor_above.first, row.donor_above.last);
      fact.donor = reading_.words(words);
      infer(candidate, "donor", {fact.donor, words});
    }
    settle(c, row, candidate, fact.period, fact.place);
    if (c + 1 < columns_.size() && is_restated_by(c, c + 1)) {
      if (const auto again = amount_in(columns_[c + 1], row.cells[c + 1])) {
        fact.equivalent.push_back({*again, columns_[c + 1].currency.value});
        candidate.numbers.push_back(number_in(reading_, row.cells[c + 1])->span);
        candidate.span.end = reading_.span_of(row.cells[c + 1].first, row.cells[c + 1].last).end;
      }
    }
    return fact;
  }

  // "Thời gian: 2017 - 2019" of a project in the same row, where the column's heading tells no time and not what was
  // paid out of late.
  std::optional<Found> term_of(const Column& column, const Aligned& row) const {
    if (column.own_time || column.stage.value == "disbursed" || row.total) return std::nullopt;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].term && !row.cells[c].empty()) return period_in(reading_, dates_, row.cells[c]);
    }
    return std::nullopt;
  }

  // The year of the row, else the time of the heading or title; what is only pledged has no time by its table.
  void settle(std::size_t c, const Aligned& row, Candidate& candidate, Period& period, std::string& place) const {
    const Column& column = columns_[c];
    Found when = column.stage.value == "committed" ? Found{} : column.period;
    for (std::size_t y = 0; y < columns_.size(); ++y) {
      const std::string_view year = year_in(reading_, row.cells[y]);
      if (columns_[y].holds == Holds::kYear && !year.empty())
        when = {std::string(year), reading_.span_of(row.cells[y].first, row.cells[y].last)};
    }
    if (const auto term = term_of(column, row)) when = *term;
    period = when.value;
    infer(candidate, "period", when);
    place = column.place.value;
    infer(candidate, "place", column.place);
  }

  static void infer(Candidate& candidate, const std::string& field, const Found& found) {
    if (!found.value.empty()) candidate.inferred.push_back({field, found.value, found.span});
  }

  const Reading& reading_;
  const Table& table_;
  const std::vector<DateReading>& dates_;
  std::vector<Column> columns_;
  std::vector<Aligned> rows_;
  bool grouped_ = false;
  std::optional<std::size_t> total_sum_;  // the last column's total, which percentages beside it divide
  Readings& out_;
};

// "2022 | 112,5 | 33,0": a year that heads its row is a time the document states.
void add_years(const Reading& reading, const Table& table, const std::vector<Column>& columns, Readings& out) {
  for (const TableRow& row : table.rows) {
    for (std::size_t c = 0; c < std::min(row.cells.size(), columns.size()); ++c) {
      if (columns[c].holds != Holds::kYear || !is_year(reading, row.cells[c]) || reading.is_taken(row.cells[c].first))
        continue;
      Candidate candidate;
      candidate.fact = DateFact{std::string(reading.folded(row.cells[c].first))};
      candidate.rule = "table.year";
      candidate.span = reading.span_of(row.cells[c].first, row.cells[c].last);
      out.candidates.push_back(std::move(candidate));
    }
  }
}

}  // namespace

// A table with a year a column is read on its side where the names of its rows say what is aid.
bool TableExtractor::read_turned(const Reading& reading, const Table& table, Readings& out) const {
  const auto turned = turned_by_years(reading, table);
  if (!turned) return false;
  std::vector<Column> columns = read_columns(reading, *turned, dates_, topic_);
  if (std::none_of(columns.begin(), columns.end(), [](const Column& c) { return c.holds == Holds::kSum; }))
    return false;
  columns.front().holds = Holds::kYear;
  add_years(reading, *turned, columns, out);
  TableReader(reading, *turned, dates_, std::move(columns), out).read();
  return true;
}

Readings TableExtractor::read(const Reading& reading) const {
  Readings out;
  for (const Table& table : find_tables(reading)) {
    if (read_turned(reading, table, out)) continue;
    std::vector<Column> columns = read_columns(reading, table, dates_, topic_);
    if (std::none_of(columns.begin(), columns.end(), holds_figures)) continue;
    add_years(reading, table, columns, out);
    TableReader(reading, table, dates_, std::move(columns), out).read();
  }
  return out;
}

}  // namespace trichluc
