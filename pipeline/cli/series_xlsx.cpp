// A series as a workbook.
#include "pipeline/cli/series_writers.h"
#include "pipeline/cli/workbook.h"

namespace trichluc::cli {
namespace {

store::CellType type_of(const std::string& heading) {
  for (const char* name : {"value", "low", "high", "sources", "page", "start", "end", "confidence", "year", "theirs",
                           "ours", "difference", "percent"}) {
    if (heading == name) return store::CellType::kNumber;
  }
  return heading == "published" ? store::CellType::kDay : store::CellType::kText;
}

// The rows that have a value, without the statements behind them.
Cells value_cells(const Cells& statements) {
  Cells values{statements.front()};
  const auto& headings = statements.front();
  std::size_t why = 0;
  while (why < headings.size() && headings[why] != "why") ++why;
  for (std::size_t r = 1; r < statements.size(); ++r) {
    if (!statements[r][why].empty()) values.push_back(statements[r]);
  }
  return values;
}

Cells note_cells(const Series& series) {
  Cells cells{{"series", "note", "period", "before", "after"}};
  for (const SeriesBlock& block : series.blocks) {
    const std::string title = title_of(block, series);
    for (const int year : block.gaps) cells.push_back({title, "gap", std::to_string(year), "", ""});
    for (const SeriesBreak& one : block.breaks) {
      cells.push_back({title, "break: " + std::string(name_of(one.kind)), one.period, one.before, one.after});
    }
  }
  return cells;
}

}  // namespace

store::Table table_of(const std::string& name, Cells cells) {
  store::Table table{name, "", {}, {}};
  for (const std::string& heading : cells.front()) table.columns.push_back({heading, type_of(heading), ""});
  cells.erase(cells.begin());
  table.rows = std::move(cells);
  return table;
}

Result<std::string> series_as_xlsx(const ShownSeries& shown) {
  Cells statements = statement_cells(shown.series);
  std::vector<store::Table> tables{table_of("values", value_cells(statements))};
  tables.push_back(table_of("statements", std::move(statements)));
  tables.push_back(table_of("notes", note_cells(shown.series)));
  if (!shown.comparison.empty()) tables.push_back(table_of("comparison", comparison_cells(shown.comparison)));
  return workbook_of(tables);
}

}  // namespace trichluc::cli
