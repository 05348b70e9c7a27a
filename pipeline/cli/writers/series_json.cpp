#include "pipeline/cli/writers/observation_json.h"
#include "pipeline/cli/writers/series_writers.h"

namespace trichluc::cli {
namespace {

void put(JsonWriter& json, std::string_view name, const std::optional<Decimal>& value) {
  json.key(name).number_or_null(value);
}

std::string_view name_of_by(SeriesBy by) {
  switch (by) {
    case SeriesBy::kYear:
      return "year";
    case SeriesBy::kPlace:
      return "place";
    case SeriesBy::kDonor:
      return "donor";
    case SeriesBy::kSector:
      return "sector";
    case SeriesBy::kPublisher:
      return "publisher";
  }
  return "";
}

void write_entry(JsonWriter& json, const SeriesEntry& entry) {
  json.begin_object().key("role").string(name_of(entry.role));
  put(json, "derived", entry.derived);
  json.key("derivation").string_or_null(entry.derivation).key("derived_period").string_or_null(entry.derived_period);
  write_members(json, *entry.observation);
  json.end_object();
}

void write_row(JsonWriter& json, const SeriesRow& row) {
  json.begin_object().key("period").string_or_null(row.period).key("year");
  if (row.year != 0) {
    json.integer(row.year);
  } else {
    json.null();
  }
  json.key("by").string_or_null(row.group).key("status").string_or_null(row.status);
  const SeriesEntry* shown = row.preferred();
  put(json, "value", value_of(row));
  put(json, "low", shown != nullptr ? shown->observation->low : std::nullopt);
  put(json, "high", shown != nullptr ? shown->observation->high : std::nullopt);
  const std::string qualifier = shown == nullptr ? "" : shown->derived ? "about" : shown->observation->qualifier;
  json.key("qualifier").string_or_null(qualifier);
  json.key("derived").boolean(shown != nullptr && shown->derived.has_value());
  json.key("why").string_or_null(name_of(row.reason)).key("sources").size(row.sources);
  json.key("entries").begin_array();
  for (const SeriesEntry& entry : row.entries) write_entry(json, entry);
  json.end_array().end_object();
}

void write_block(JsonWriter& json, const SeriesBlock& block) {
  json.begin_object().key("place").string_or_null(block.place).key("place_now").string_or_null(block.now);
  json.key("kind").string_or_null(block.kind).key("several_years").boolean(block.several_years);
  json.key("currency").string_or_null(block.currency).key("committed").boolean(!block.stage.empty());
  json.key("what").string_or_null(block.what).key("rows").begin_array();
  for (const SeriesRow& row : block.rows) write_row(json, row);
  json.end_array().key("gaps").begin_array();
  for (const int year : block.gaps) json.integer(year);
  json.end_array().key("breaks").begin_array();
  for (const SeriesBreak& one : block.breaks) {
    json.begin_object().key("kind").string(name_of(one.kind)).key("period").string(one.period);
    json.key("before").string_or_null(one.before).key("after").string_or_null(one.after).end_object();
  }
  json.end_array().end_object();
}

void write_comparison(JsonWriter& json, const std::vector<ComparedRow>& comparison) {
  json.key("comparison").begin_array();
  for (const ComparedRow& row : comparison) {
    json.begin_object().key("period").string(row.period);
    put(json, "theirs", row.theirs);
    put(json, "ours", row.ours != nullptr ? value_of(*row.ours) : std::nullopt);
    put(json, "difference", row.difference);
    json.key("percent");
    if (row.percent) {
      json.real(*row.percent, 2);
    } else {
      json.null();
    }
    json.key("verdict").string(name_of(row.verdict)).end_object();
  }
  json.end_array();
}

}  // namespace

std::string series_as_json(const ShownSeries& shown) {
  JsonWriter json(JsonWriter::Style::kIndented);
  json.begin_object().key("schema").string("trichluc-series/1").key("measure").string(shown.series.question.measure);
  json.key("by").string(name_of_by(shown.series.question.by));
  json.key("boundaries").string(shown.series.question.boundaries_now ? "now" : "then");
  json.key("left_out").size(shown.series.left_out).key("blocks").begin_array();
  for (const SeriesBlock& block : shown.series.blocks) write_block(json, block);
  json.end_array();
  write_comparison(json, shown.comparison);
  return json.end_object().take() + "\n";
}

}  // namespace trichluc::cli
