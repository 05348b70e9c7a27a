#include "pipeline/cli/csv_cell.h"
#include "pipeline/cli/series_writers.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

std::string digits(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "";
}

const std::vector<std::string>& headings() {
  static const std::vector<std::string> kHeadings{
      "place",     "place_now", "measure",  "kind",         "currency",   "committed", "what",
      "by",        "period",    "year",     "status",       "role",       "why",       "sources",
      "value",     "low",       "high",     "qualifier",    "derivation", "certainty", "stated_period",
      "stage",     "sector",    "donor",    "recipient",    "scope",      "per",       "label",
      "corrected", "fact",      "document", "source_group", "source",     "title",     "publisher",
      "published", "page",      "start",    "end",          "quote",      "confidence"};
  return kHeadings;
}

// What the series makes of the statement: the block and row it stands in, its role and its value there.
std::vector<std::string> placed(const SeriesBlock& block, const SeriesRow& row, const SeriesEntry& entry,
                                const std::string& measure) {
  const Observation& o = *entry.observation;
  const bool shown = row.preferred() == &entry;
  return {block.place,
          block.now,
          measure,
          block.kind,
          block.currency,
          block.stage.empty() ? "" : "yes",
          block.what,
          row.group,
          row.period,
          row.year == 0 ? "" : std::to_string(row.year),
          row.status,
          std::string(name_of(entry.role)),
          shown ? std::string(name_of(row.reason)) : "",
          shown ? std::to_string(row.sources) : "",
          digits(entry.derived ? entry.derived : o.value),
          entry.derived ? "" : digits(o.low),
          entry.derived ? "" : digits(o.high),
          entry.derived ? "about" : o.qualifier,
          entry.derivation};
}

std::vector<std::string> statement(const SeriesBlock& block, const SeriesRow& row, const SeriesEntry& entry,
                                   const std::string& measure) {
  const Observation& o = *entry.observation;
  const ObservedDocument& d = *o.document;
  const std::string corrected = o.corrections.empty() ? "" : o.corrections.back().by + ": " + o.corrections.back().why;
  std::vector<std::string> cells = placed(block, row, entry, measure);
  cells.reserve(headings().size());
  for (const std::string* cell :
       {&o.certainty, &o.period, &o.stage, &o.sector, &o.donor, &o.recipient, &o.scope, &o.per, &o.label, &corrected,
        &o.id, &d.id, &d.group, &d.source, &d.title, &d.publisher, &d.published}) {
    cells.push_back(*cell);
  }
  for (const std::size_t number : {static_cast<std::size_t>(o.page), o.start, o.end}) {
    cells.push_back(std::to_string(number));
  }
  cells.push_back(o.quote);
  cells.push_back(rounded(o.confidence, 3));
  return cells;
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

Cells statement_cells(const Series& series) {
  Cells cells{headings()};
  for (const SeriesBlock& block : series.blocks) {
    for (const SeriesRow& row : block.rows) {
      for (const SeriesEntry& entry : row.entries) {
        cells.push_back(statement(block, row, entry, series.question.measure));
      }
    }
  }
  return cells;
}

Cells comparison_cells(const std::vector<ComparedRow>& comparison) {
  Cells cells{{"period", "theirs", "ours", "difference", "percent", "verdict", "ours_period"}};
  for (const ComparedRow& row : comparison) {
    cells.push_back({row.period, digits(row.theirs), row.ours != nullptr ? digits(value_of(*row.ours)) : "",
                     digits(row.difference), row.percent ? rounded(*row.percent, 2) : "",
                     std::string(name_of(row.verdict)), row.ours != nullptr ? row.ours->period : ""});
  }
  return cells;
}

std::string series_as_csv(const ShownSeries& shown) {
  std::string lines;
  for (const auto& row : statement_cells(shown.series)) lines += csv_line(row);
  if (shown.comparison.empty()) return lines;
  // With a table of one's own beside it, that comparison is what was asked for.
  lines.clear();
  for (const auto& row : comparison_cells(shown.comparison)) lines += csv_line(row);
  return lines;
}

}  // namespace trichluc::cli
