#include "pipeline/cli/writers/csv_cell.h"
#include "pipeline/cli/writers/series_writers.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

std::string digits(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "";
}

std::string number_or_nothing(std::size_t number) {
  return number == 0 ? "" : std::to_string(number);
}

// What the series makes of the statement: the row it stands in, its role and its value there.
void add_place(const SeriesRow& row, const SeriesEntry& entry, store::TableRows& rows) {
  const Observation& o = *entry.observation;
  const bool shown = row.preferred() == &entry;
  rows.cell(row.group).cell(row.period).cell(number_or_nothing(static_cast<std::size_t>(row.year))).cell(row.status);
  rows.cell(name_of(entry.role)).cell(shown ? name_of(row.reason) : "").cell(shown ? std::to_string(row.sources) : "");
  if (entry.derived) {
    rows.cell(entry.derived->to_string()).cell("").cell("").cell("about");
  } else {
    rows.cell(digits(o.value)).cell(digits(o.low)).cell(digits(o.high)).cell(o.qualifier);
  }
  rows.cell(entry.derivation);
}

void add_statement(const Observation& o, store::TableRows& rows) {
  const ObservedDocument& d = *o.document;
  const std::string corrected = o.corrections.empty() ? "" : o.corrections.back().by + ": " + o.corrections.back().why;
  for (const std::string* cell :
       {&o.certainty, &o.period, &o.stage, &o.sector, &o.donor, &o.recipient, &o.scope, &o.per, &o.label, &corrected,
        &o.id, &d.id, &d.group, &d.source, &d.title, &d.publisher, &d.published}) {
    rows.cell(*cell);
  }
  for (const std::size_t number : {static_cast<std::size_t>(o.page), o.start, o.end}) {
    rows.cell(std::to_string(number));
  }
  rows.cell(o.quote).cell(rounded(o.confidence, 3)).end_row();
}

store::CellType type_of(const std::string& heading) {
  for (const char* name : {"value", "low", "high", "sources", "page", "start", "end", "confidence", "year", "theirs",
                           "ours", "difference", "percent"}) {
    if (heading == name) return store::CellType::kNumber;
  }
  return heading == "published" ? store::CellType::kDay : store::CellType::kText;
}

std::string as_csv(const store::Table& table) {
  std::vector<std::string> headings;
  for (const store::TableColumn& column : table.columns) headings.push_back(column.name);
  std::string text = csv_line(headings);
  for (std::size_t r = 0; r < table.rows.size(); ++r) append_csv_line(table.rows[r], text);
  return text;
}

}  // namespace

std::string title_of(const SeriesBlock& block, const Series& series) {
  std::string title = block.place;
  if (!block.now.empty() && block.now != block.place) title += " (→ " + block.now + ")";
  title += (title.empty() ? "" : " · ") + series.question.measure;
  if (!block.what.empty()) title += " " + block.what;
  if (!block.kind.empty()) title += " · " + block.kind;
  if (block.several_years) title += " > 1 y";
  if (!block.stage.empty()) title += " · " + block.stage;
  if (!block.currency.empty()) title += " · " + block.currency;
  return title;
}

store::Table table_with(const std::string& name, const std::vector<std::string>& headings) {
  store::Table table{name, "", {}, {}};
  for (const std::string& heading : headings) table.columns.push_back({heading, type_of(heading), ""});
  return table;
}

store::Table statement_table(const std::string& name) {
  return table_with(name,
                    {"place",     "place_now", "measure",  "kind",         "currency",   "committed", "what",
                     "by",        "period",    "year",     "status",       "role",       "why",       "sources",
                     "value",     "low",       "high",     "qualifier",    "derivation", "certainty", "stated_period",
                     "stage",     "sector",    "donor",    "recipient",    "scope",      "per",       "label",
                     "corrected", "fact",      "document", "source_group", "source",     "title",     "publisher",
                     "published", "page",      "start",    "end",          "quote",      "confidence"});
}

void add_statements(const Series& series, store::Table& table) {
  for (const SeriesBlock& block : series.blocks) {
    for (const SeriesRow& row : block.rows) {
      for (const SeriesEntry& entry : row.entries) {
        table.rows.cell(block.place).cell(block.now).cell(series.question.measure).cell(block.kind);
        table.rows.cell(block.currency).cell(block.stage.empty() ? "" : "yes").cell(block.what);
        add_place(row, entry, table.rows);
        add_statement(*entry.observation, table.rows);
      }
    }
  }
}

store::Table comparison_table(const std::vector<ComparedRow>& comparison) {
  store::Table table =
      table_with("comparison", {"period", "theirs", "ours", "difference", "percent", "verdict", "ours_period"});
  for (const ComparedRow& row : comparison) {
    table.rows.add({row.period, digits(row.theirs), row.ours != nullptr ? digits(value_of(*row.ours)) : "",
                    digits(row.difference), row.percent ? rounded(*row.percent, 2) : "", name_of(row.verdict),
                    row.ours != nullptr ? row.ours->period : ""});
  }
  return table;
}

std::string series_as_csv(const ShownSeries& shown) {
  // With a table of one's own beside it, that comparison is what was asked for.
  if (!shown.comparison.empty()) return as_csv(comparison_table(shown.comparison));
  store::Table statements = statement_table("statements");
  add_statements(shown.series, statements);
  return as_csv(statements);
}

}  // namespace trichluc::cli
