// A series as a workbook.
#include "pipeline/cli/writers/series_writers.h"
#include "pipeline/cli/writers/workbook.h"

namespace trichluc::cli {
namespace {

// The rows that have a value, in the columns that a reader looks at first; the statements behind them have all.
store::Table values_in(const store::Table& statements) {
  const std::vector<std::string> shown{
      "place",     "place_now", "measure", "what", "kind",  "currency",  "committed",  "by",  "period",
      "year",      "status",    "value",   "low",  "high",  "qualifier", "derivation", "why", "sources",
      "corrected", "quote",     "source",  "page", "title", "publisher", "published",  "fact"};
  store::Table values = table_with("values", shown);
  const auto column = [&](const std::string& name) {
    std::size_t at = 0;
    while (at < statements.columns.size() && statements.columns[at].name != name) ++at;
    return at;
  };
  std::vector<std::size_t> columns;
  for (const std::string& name : shown) columns.push_back(column(name));
  const std::size_t why = column("why");
  for (std::size_t r = 0; r < statements.rows.size(); ++r) {
    const store::TableRow row = statements.rows[r];
    if (row[why].empty()) continue;
    for (const std::size_t at : columns) values.rows.cell(row[at]);
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
