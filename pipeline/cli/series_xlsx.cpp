// A series as a workbook.
#include "pipeline/cli/series_writers.h"
#include "pipeline/cli/workbook.h"

namespace trichluc::cli {
namespace {

// The rows that have a value, without the statements behind them.
store::Table values_in(const store::Table& statements) {
  store::Table values{"values", "", statements.columns, {}};
  std::size_t why = 0;
  while (why < statements.columns.size() && statements.columns[why].name != "why") ++why;
  for (std::size_t r = 0; r < statements.rows.size(); ++r) {
    const store::TableRow row = statements.rows[r];
    if (row[why].empty()) continue;
    for (std::size_t i = 0; i < row.size(); ++i) values.rows.cell(row[i]);
    values.rows.end_row();
  }
  return values;
}

store::Table notes_of(const Series& series) {
  store::Table notes = table_with("notes", {"series", "note", "period", "before", "after"});
  for (const SeriesBlock& block : series.blocks) {
    const std::string title = title_of(block, series);
    for (const int year : block.gaps) notes.rows.add({title, "gap", std::to_string(year), "", ""});
    for (const SeriesBreak& one : block.breaks) {
      notes.rows.add({title, "break: " + std::string(name_of(one.kind)), one.period, one.before, one.after});
    }
  }
  return notes;
}

}  // namespace

Result<std::string> series_as_xlsx(const ShownSeries& shown) {
  store::Table statements = statement_table("statements");
  add_statements(shown.series, statements);
  std::vector<store::Table> tables;
  tables.push_back(values_in(statements));
  tables.push_back(std::move(statements));
  tables.push_back(notes_of(shown.series));
  if (!shown.comparison.empty()) tables.push_back(comparison_table(shown.comparison));
  return workbook_of(tables);
}

}  // namespace trichluc::cli
