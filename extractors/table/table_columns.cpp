#include "extractors/table/table_columns.h"

#include <algorithm>
#include <optional>

#include "extractors/clause.h"
#include "extractors/cue_verdict.h"

namespace trichluc {
namespace {

struct Unit {
  Found currency;
  int power = 0;
  std::string line;
};

// How far words say that a sum is aid; the order is that of their weight.
enum class Verdict { kNone, kNeutral, kWeak, kAid, kNo };

Verdict verdict_of(std::string_view word) {
  if (is_refusing_verdict(word)) return Verdict::kNo;
  if (word == "aid") return Verdict::kAid;
  if (word == "weak") return Verdict::kWeak;
  return word == "neutral" ? Verdict::kNeutral : Verdict::kNone;
}

class ColumnReader {
 public:
  ColumnReader(const Reading& reading, const Table& table, const std::vector<DateReading>& dates, const Topic& topic)
      : reading_(reading), table_(table), dates_(dates), topic_(topic) {
    for (const TableRow& title : table.titles) {
      for (const Cell& cell : title.cells) read_title(cell);
    }
    // "Vốn thực hiện theo huyện" in a report on aid is aid, unless something else is named with it.
    title_aid_ = title_aid_ || (title_weak_ && !title_local_ && topic_.is_about_aid());
  }

  std::vector<Column> read() {
    std::vector<Column> columns;
    const TableRow* head = headings();
    if (head == nullptr || !topic_.speaks_of_aid(head->cells.back().first)) return columns;
    const bool local = std::any_of(head->cells.begin(), head->cells.end(), [&](const Cell& cell) {
      return cue_in(cell).first == Verdict::kNo && heading_role(reading_, cell) != "budget";
    });
    const std::vector<Cell> cells = merged_heads(head->cells);
    const std::vector<Cell> apart = parted(cells);
    lists_donors_ = std::any_of(apart.begin(), apart.end(),
                                [&](const Cell& cell) { return heading_role(reading_, cell) == "donor"; });
    for (std::size_t c = 0; c < apart.size(); ++c) {
      columns.push_back(column(apart[c], apart.size() == cells.size() ? above(c) : std::nullopt, local));
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].holds == Holds::kNothing && all_percent(c)) columns[c].holds = Holds::kPercent;
    }
    drop_twins(columns);
    return columns;
  }

 private:
  // Two columns that their headings do not tell apart ("Năm 2019 | Năm 2020" stands in a row above them): neither is
  // read, since neither's time is known.
  static void drop_twins(std::vector<Column>& columns) {
    std::vector<bool> twin(columns.size(), false);
    for (std::size_t a = 0; a < columns.size(); ++a) {
      for (std::size_t b = a + 1; b < columns.size(); ++b) {
        if (!are_twins(columns[a], columns[b])) continue;
        twin[a] = twin[b] = true;
      }
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (twin[c]) columns[c].holds = Holds::kNothing;
    }
  }

  static bool are_twins(const Column& a, const Column& b) {
    return a.holds == Holds::kSum && b.holds == Holds::kSum && a.currency.value == b.currency.value &&
           a.stage.value == b.stage.value && a.period.value == b.period.value && a.place.value == b.place.value &&
           a.expected == b.expected;
  }

  // "TT Lĩnh vực": the narrow first column runs into the second where cells are told by gaps.
  std::vector<Cell> parted(std::vector<Cell> cells) const {
    const LexiconMatch* first = reading_.match_at(cells[0].first, "table_headings");
    const bool joined = first != nullptr && first->value("role") == "ordinal" && first->last < cells[0].last;
    if (joined) {
      Cell rest{first->last, cells[0].last};
      // A ruled line read as a letter: "TT | Lĩnh vực".
      while (rest.first < rest.last && reading_.tokens()[rest.first].kind == TokenKind::kMark) ++rest.first;
      cells[0].last = first->last;
      cells.insert(cells.begin() + 1, rest);
    }
    return cells;
  }

  // "Tỷ trọng" above "45,0%": the sign stands in the cells.
  bool all_percent(std::size_t c) const {
    return std::all_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
      return c < row.cells.size() && !row.cells[c].empty() && number_in(reading_, row.cells[c]) != nullptr &&
             reading_.is(row.cells[c].last - 1, "%");
    });
  }

  // The lowest row of headings that is as wide as the rows below it.
  const TableRow* headings() const {
    if (table_.heads.empty() || table_.heads.back().cells.size() < 2) return nullptr;
    return &table_.heads.back();
  }

  void read_title(const Cell& cell) {
    if (const auto unit = unit_in(cell)) title_unit_ = unit;
    for (std::size_t at = cell.first; at < cell.last; ++at) {
      const LexiconMatch* cue = reading_.match_at(at, "money_cues");
      if (cue == nullptr || cue->last > cell.last) continue;
      const Verdict verdict = verdict_of(cue->value("verdict"));
      title_aid_ = title_aid_ || verdict == Verdict::kAid || cue->value("verdict") == "abroad";
      title_local_ = title_local_ || verdict == Verdict::kNo;
      title_weak_ = title_weak_ || (verdict == Verdict::kWeak && !says_sentence(cell));
      if (!says_sentence(cell) && !cue->value("stage").empty())
        title_stage_ = {std::string(cue->value("stage")), reading_.span_of(at, cue->last)};
      at = cue->last - 1;  // "trị giá" is not "giá"
    }
    if (says_sentence(cell)) return;
    if (const auto period = period_in(cell)) {
      ambiguous_period_ = ambiguous_period_ || (title_period_ && title_period_->value != period->value);
      title_period_ = period;
    }
  }

  // A sentence with sums of its own tells their stage and time, not the table's.
  bool says_sentence(const Cell& cell) const {
    for (std::size_t at = cell.first + 1; at < cell.last; ++at) {
      const LexiconMatch* currency = reading_.match_at(at, "currencies");
      const bool scale = reading_.match_before(at, "number_scales") != nullptr;
      const std::size_t number = scale ? reading_.match_before(at, "number_scales")->first : at;
      const bool counted =
          currency != nullptr && number > cell.first && reading_.tokens()[number - 1].kind == TokenKind::kNumber;
      if (counted && (scale || thousands_before(number, cell.first) == 0)) return true;
    }
    return reading_.is(cell.last - 1, ".");
  }

  // "(1.000 USD)", "ĐVT: 1000 đồng": the power of ten that stands right behind a bracket or colon; 0: none does.
  int thousands_before(std::size_t currency, std::size_t begin) const {
    const std::size_t number = currency - 1;
    if (reading_.tokens()[number].kind != TokenKind::kNumber) return 0;
    const bool declared = number == begin || reading_.is(number - 1, "(") || reading_.is(number - 1, ":");
    if (!declared) return 0;
    const std::string_view digits = reading_.folded(number);
    if (digits == "1.000" || digits == "1000" || digits == "1,000") return 3;
    return digits == "1.000.000" || digits == "1000000" ? 6 : 0;
  }

  // "(triệu đồng)", "ĐVT: USD": a currency that no number stands before.
  std::optional<Unit> unit_in(const Cell& cell) const {
    for (std::size_t at = cell.first; at < cell.last; ++at) {
      const LexiconMatch* currency = reading_.match_at(at, "currencies");
      if (currency == nullptr || currency->last > cell.last) continue;
      const LexiconMatch* scale = reading_.match_before(at, "number_scales");
      std::size_t first = scale != nullptr && scale->first >= cell.first ? scale->first : at;
      const int thousands = first > cell.first && scale == nullptr ? thousands_before(first, cell.first) : 0;
      if (thousands > 0)
        --first;
      else if (first > cell.first && reading_.tokens()[first - 1].kind == TokenKind::kNumber)
        continue;
      if (currency->entry->form == "bảng") continue;       // "Bảng 2", a table
      const bool rate = reading_.is(currency->last, "/");  // "22.300 đồng/USD"
      if (rate || (first > cell.first && reading_.is(first - 1, "/"))) continue;
      Unit unit;
      unit.currency = {std::string(currency->value("currency")), reading_.span_of(first, currency->last)};
      const std::string_view power = first < at && thousands == 0 ? scale->value("power") : currency->value("power");
      unit.power = power.empty() ? thousands : std::stoi(std::string(power));
      unit.line = line_of(*currency);
      return unit;
    }
    return std::nullopt;
  }

  std::optional<Found> period_in(const Cell& cell) const { return trichluc::period_in(reading_, dates_, cell); }

  // "Năm 2017", "6 tháng 2018", "2019": a heading that is a time and nothing else.
  bool is_time(const Cell& cell, const std::optional<Found>& period) const {
    if (!year_in(reading_, cell).empty()) return true;
    const Span span = cell.empty() ? Span{} : reading_.span_of(cell.first, cell.last);
    return period && !cell.empty() && period->span.begin == span.begin && period->span.end == span.end;
  }

  // What stands in the rows above the headings over the column: the last cell that begins there or to the left.
  std::optional<Cell> above(std::size_t c) const {
    if (table_.heads.size() < 2) return std::nullopt;
    const std::vector<Cell>& upper = table_.heads[table_.heads.size() - 2].cells;
    const std::vector<Cell>& lower = table_.heads.back().cells;
    if (c >= lower.size() || lower[c].empty() || upper.size() < 2) return std::nullopt;
    for (std::size_t k = std::min(c + 1, upper.size()); k > 0; --k) {
      if (!upper[k - 1].empty()) return upper[k - 1];
      if (lower[k - 1].empty()) return std::nullopt;  // what stands there reaches down, not across
    }
    return std::nullopt;
  }

  // A heading of the upper row that reaches down to the figures stands in the lower row as an empty cell.
  std::vector<Cell> merged_heads(const std::vector<Cell>& lower) const {
    std::vector<Cell> cells = lower;
    if (table_.heads.size() < 2) return cells;
    const std::vector<Cell>& upper = table_.heads[table_.heads.size() - 2].cells;
    if (upper.size() > cells.size() && !lower.back().empty()) {
      cells.insert(cells.end(), upper.begin() + static_cast<std::ptrdiff_t>(cells.size()), upper.end());
    }
    for (std::size_t c = 0; c < std::min(lower.size(), upper.size()); ++c) {
      if (cells[c].empty()) cells[c] = upper[c];
    }
    return cells;
  }

  // The heaviest word about money in the cell, and the stage it tells.
  std::pair<Verdict, std::string> cue_in(const Cell& cell) const {
    std::pair<Verdict, std::string> heaviest{Verdict::kNone, {}};
    for (std::size_t at = cell.first; at < cell.last; ++at) {
      const LexiconMatch* cue = reading_.match_at(at, "money_cues");
      if (cue == nullptr || cue->last > cell.last) continue;
      heaviest.first = std::max(heaviest.first, verdict_of(cue->value("verdict")));
      if (heaviest.second.empty()) heaviest.second = cue->value("stage");
      at = cue->last - 1;
    }
    return heaviest;
  }

  Column column(const Cell& cell, const std::optional<Cell>& over, bool beside_local_money) const {
    Column column;
    column.heading = cell;
    const std::string_view role = heading_role(reading_, cell);
    if (cell.empty()) return column;
    column.expected = tells_plan(cell);
    const auto own_period = period_in(cell);
    const bool time = is_time(cell, own_period);
    if (const auto period = own_period || !over ? own_period : period_in(*over)) {
      column.period = *period;
      column.own_time = true;
    } else if (title_period_ && !ambiguous_period_) {
      column.period = *title_period_;
    }
    if (role == "ordinal" || (role == "year" && !time)) {
      column.holds = role == "year" ? Holds::kYear : Holds::kOrdinal;
    } else if (counts(cell)) {
      column.holds = Holds::kNothing;  // read by count/table_counts.h
    } else if (role == "sector" || role == "donor" || role == "other" || role == "term") {
      column.holds = Holds::kLabel;
      column.term = role == "term";
      column.label = column.term ? "other" : role;
    } else if (reading_.is(cell.first, "%") || reading_.is(cell.last - 1, "%") || reading_.is(cell.last - 2, "%")) {
      column.holds = Holds::kPercent;
    } else {
      read_sum_heading(column, role == "total", time, beside_local_money);
    }
    return column;
  }

  // "Tổng số dự án", "Số lượng tổ chức và nhà tài trợ": no sum, whatever the unit of the table is.
  bool counts(const Cell& cell) const {
    std::size_t at = cell.first;
    if (reading_.is(at, "tổng")) ++at;
    if (!reading_.is(at, "số")) return false;
    at += reading_.is(at + 1, "lượng") ? std::size_t{2} : std::size_t{1};
    const LexiconMatch* noun = reading_.match_at(at, "head_nouns");
    return noun != nullptr && noun->last <= cell.last && !unit_in(cell);
  }

  bool tells_plan(const Cell& cell) const {
    for (std::size_t at = cell.first; at < cell.last; ++at) {
      const LexiconMatch* word = reading_.match_at(at, "table_headings");
      if (word != nullptr && word->value("role") == "plan") return true;
    }
    return false;
  }

  void read_sum_heading(Column& column, bool total, bool time, bool beside_local_money) const {
    auto [verdict, stage] = cue_in(column.heading);
    if (heading_role(reading_, column.heading) == "budget") {
      verdict = lists_donors_ ? Verdict::kNeutral : Verdict::kNo;
      stage = "committed";
    }
    const auto own = unit_in(column.heading);
    const auto unit = own ? own : title_unit_;
    if (!unit || verdict == Verdict::kNo) return;
    const LexiconMatch* place = first_match_in(reading_, column.heading.first, column.heading.last, "places");
    if (place != nullptr && place->first == column.heading.first && place->value("kind") != "country") {
      column.place = {std::string(place->value("name")), reading_.span_of(place->first, place->last)};
    }
    const bool says = verdict == Verdict::kAid || verdict == Verdict::kWeak;
    // "Tổng vốn" beside "Đối ứng" is both together.
    const bool leaves_open = verdict == Verdict::kNeutral && !beside_local_money;
    const bool divides = (total && verdict == Verdict::kNone) || !column.place.value.empty() || time;
    if (!says && !(title_aid_ && (leaves_open || divides))) return;
    column.holds = Holds::kSum;
    column.currency = unit->currency;
    column.power = unit->power;
    column.lines = {unit->line};
    column.stage =
        stage.empty() ? title_stage_ : Found{stage, reading_.span_of(column.heading.first, column.heading.last)};
  }

  const Reading& reading_;
  const Table& table_;
  const std::vector<DateReading>& dates_;
  const Topic& topic_;
  std::optional<Unit> title_unit_;
  bool title_aid_ = false;
  bool title_weak_ = false;
  bool title_local_ = false;
  bool lists_donors_ = false;
  Found title_stage_;
  std::optional<Found> title_period_;
  bool ambiguous_period_ = false;
};

}  // namespace

std::optional<Found> period_in(const Reading& reading, const std::vector<DateReading>& dates, const Cell& cell) {
  auto at = std::partition_point(dates.begin(), dates.end(),
                                 [&](const DateReading& date) { return date.first < cell.first; });
  for (; at != dates.end() && at->last <= cell.last; ++at) {
    const DateReading& date = *at;
    if (date.when.has_year() && !date.when.open && date.relative == Relative::kNone && !date.cited &&
        date.when.from.day == 0)
      return Found{to_iso(date.when), date.span};
  }
  if (const std::string_view year = year_in(reading, cell); !year.empty())
    return Found{std::string(year), reading.span_of(cell.first, cell.last)};
  return std::nullopt;
}

std::string_view heading_role(const Reading& reading, const Cell& cell) {
  const LexiconMatch* word = cell.empty() ? nullptr : reading.match_at(cell.first, "table_headings");
  return word == nullptr || word->last > cell.last ? std::string_view{} : word->value("role");
}

std::vector<Column> read_columns(const Reading& reading, const Table& table, const std::vector<DateReading>& dates,
                                 const Topic& topic) {
  return ColumnReader(reading, table, dates, topic).read();
}

}  // namespace trichluc
