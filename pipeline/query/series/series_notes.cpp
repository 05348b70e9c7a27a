#include "pipeline/query/series/series_notes.h"

#include <map>
#include <set>

namespace trichluc {
namespace {

using RowsByYear = std::map<int, std::vector<const SeriesRow*>>;

RowsByYear rows_with_values(const SeriesBlock& block) {
  RowsByYear rows;
  for (const SeriesRow& row : block.rows) {
    if (row.year != 0 && row.preferred() != nullptr) rows[row.year].push_back(&row);
  }
  return rows;
}

std::string joined(const std::set<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

// The words of a year, and of the year before; a break where they have none in common. Money without a stage may be of
// any.
void note_change(SeriesBlock& block, SeriesBreak::Kind kind, const RowsByYear& rows,
                 std::string (*word)(const SeriesRow&)) {
  std::set<std::string> before;
  for (const auto& [year, of_year] : rows) {
    std::set<std::string> now;
    bool common = false;
    for (const SeriesRow* row : of_year) {
      if (kind == SeriesBreak::Kind::kStage && word(*row).empty()) continue;
      common |= before.count(word(*row)) != 0;
      now.insert(word(*row));
    }
    if (now.empty()) continue;
    if (!before.empty() && !common) {
      block.breaks.push_back({kind, of_year.front()->period, joined(before), joined(now)});
    }
    before = std::move(now);
  }
}

std::string status_of(const SeriesRow& row) {
  return row.status;
}

std::string stage_of(const SeriesRow& row) {
  const std::string& stage = row.preferred()->observation->stage;
  return stage == "unspecified" ? "" : stage;
}

int last_day_of(const SeriesRow& row) {
  constexpr int kLastDay = 1231;
  return covered_time(row.period).known() ? covered_time(row.period).last : row.year * 10000 + kLastDay;
}

std::string iso_day(int day) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(day / 10000) + "-" + two(day / 100 % 100) + "-" + two(day % 100);
}

void note_boundaries(SeriesBlock& block, const RowsByYear& rows, const ProvinceRegister& provinces) {
  if (block.place.empty() || rows.empty()) return;
  const int first = last_day_of(*rows.begin()->second.front());
  const int last = last_day_of(*rows.rbegin()->second.front());
  for (const BoundaryChange& change : provinces.boundary_changes(block.place)) {
    if (change.day <= first || change.day > last) continue;
    block.breaks.push_back({SeriesBreak::Kind::kBoundary, iso_day(change.day),
                            joined({change.from.begin(), change.from.end()}), block.place});
  }
}

void note_gaps(SeriesBlock& block, const RowsByYear& rows) {
  if (rows.empty()) return;
  for (int year = rows.begin()->first + 1; year < rows.rbegin()->first; ++year) {
    if (rows.count(year) == 0) block.gaps.push_back(year);
  }
}

}  // namespace

void note_gaps_and_breaks(SeriesBlock& block, bool is_yearly, const ProvinceRegister& provinces) {
  if (!is_yearly || block.several_years || block.kind == "cumulative") return;
  const RowsByYear rows = rows_with_values(block);
  note_gaps(block, rows);
  note_change(block, SeriesBreak::Kind::kStatus, rows, status_of);
  note_change(block, SeriesBreak::Kind::kStage, rows, stage_of);
  note_boundaries(block, rows, provinces);
}

}  // namespace trichluc
