#include "pipeline/query/series/series_comparison.h"

#include <algorithm>

#include "pipeline/query/agreement.h"

namespace trichluc {
namespace {

using Verdict = ComparedRow::Verdict;

constexpr std::size_t kYearDigits = 4;

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\"\xEF\xBB\xBF");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1));
}

std::optional<OwnFigure> figure_in(const std::string& line) {
  const std::size_t mark = line.find_first_of(",;\t");
  if (mark == std::string::npos) return std::nullopt;
  const std::string period = trimmed(std::string_view(line).substr(0, mark));
  const auto value = parse_plain_decimal(trimmed(std::string_view(line).substr(mark + 1)));
  if (!value || !covered_time(period).known()) return std::nullopt;
  return OwnFigure{period, *value};
}

const SeriesRow* row_for(const SeriesBlock& block, const std::string& period) {
  for (const SeriesRow& row : block.rows) {
    const bool same = row.period == period || (period.size() == kYearDigits && std::to_string(row.year) == period);
    if (same && row.preferred() != nullptr) return &row;
  }
  return nullptr;
}

Verdict verdict_on(const SeriesRow& row, const Decimal& theirs) {
  const auto ours = value_of(row);
  if (ours && *ours == theirs) return Verdict::kEqual;
  Observation own = *row.preferred()->observation;
  if (row.preferred()->derived) return Verdict::kDiffers;
  own.value = theirs;
  own.qualifier = "exact";
  return agree(own, *row.preferred()->observation) ? Verdict::kAgrees : Verdict::kDiffers;
}

ComparedRow compared(const SeriesRow* row, const OwnFigure& own) {
  ComparedRow result{own.period, own.value, row, Verdict::kOnlyTheirs, std::nullopt, std::nullopt};
  if (row == nullptr) return result;
  result.verdict = verdict_on(*row, own.value);
  const auto ours = value_of(*row);
  if (!ours) return result;
  result.difference = add(own.value, Decimal{-ours->mantissa, ours->exponent});
  if (ours->mantissa != 0) result.percent = (own.value.to_double() / ours->to_double() - 1) * 100;
  return result;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kEqual:
      return "equal";
    case Verdict::kAgrees:
      return "agrees";
    case Verdict::kDiffers:
      return "differs";
    case Verdict::kOnlyOurs:
      return "only_ours";
    case Verdict::kOnlyTheirs:
      return "only_theirs";
  }
  return "";
}

std::optional<Decimal> value_of(const SeriesRow& row) {
  const SeriesEntry* shown = row.preferred();
  if (shown == nullptr) return std::nullopt;
  return shown->derived ? shown->derived : shown->observation->value;
}

Result<std::vector<OwnFigure>> read_own_figures(std::string_view text, const std::string& file) {
  std::vector<OwnFigure> figures;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (const auto figure = figure_in(line)) {
      figures.push_back(*figure);
    } else if (number > 1 || (line.front() >= '0' && line.front() <= '9')) {
      const std::string n = std::to_string(number);
      return fail(ErrorCode::kBadArguments,
                  {"line " + n + ": give a period and a number in plain digits, such as 2018,286000000",
                   "dòng " + n + ": hãy ghi thời gian và số viết liền, ví dụ 2018,286000000"},
                  file);
    }
  }
  return figures;
}

std::vector<ComparedRow> compare(const SeriesBlock& block, const std::vector<OwnFigure>& own) {
  std::vector<ComparedRow> rows;
  for (const OwnFigure& figure : own) rows.push_back(compared(row_for(block, figure.period), figure));
  for (const SeriesRow& row : block.rows) {
    const bool met = std::any_of(rows.begin(), rows.end(), [&](const ComparedRow& r) { return r.ours == &row; });
    if (met || row.preferred() == nullptr) continue;
    rows.push_back({row.period, std::nullopt, &row, Verdict::kOnlyOurs, std::nullopt, std::nullopt});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ComparedRow& a, const ComparedRow& b) {
    return covered_time(a.period).last < covered_time(b.period).last;
  });
  return rows;
}

}  // namespace trichluc
