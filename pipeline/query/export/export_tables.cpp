#include "pipeline/query/export/export_tables.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace trichluc {
namespace {

using store::CellType;
using store::Table;
using store::TableColumn;

void fill(store::Database& database, Table& table, const std::string& select) {
  auto row = database.prepare(select);
  while (row.step()) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) table.rows.cell(row.text_in_place(static_cast<int>(i)));
    table.rows.end_row();
  }
}

// What a fact is of, when and where; then what officials and legal documents have; last the proof.
std::vector<TableColumn> meaning_columns() {
  const auto number = CellType::kNumber;
  const auto text = CellType::kText;
  return {{"of", text, "what is counted: ngo, project, ..."},
          {"status", text, "operating, registered, ..."},
          {"stage", text, "disbursed, committed, received, unspecified"},
          {"sector", text, ""},
          {"donor", text, ""},
          {"recipient", text, ""},
          {"kind", text, "stock, flow, cumulative"},
          {"certainty", text, "reported, expected"},
          {"place", text, "province or city without tỉnh, or Việt Nam"},
          {"scope", text, "the ministry, sector or body whose figure it is"},
          {"period", CellType::kDay, "ISO 8601; also of dates and legal documents"},
          {"first_year", number, ""},
          {"last_year", number, ""},
          {"per", text, "year"},
          {"part_of", text, "id of the whole, or of what a share divides"},
          {"label", text, "of a share"},
          {"name", text, "of an official"},
          {"honorific", text, ""},
          {"positions", text, "of an official, with ; between"},
          {"role", text, "chair, speaker, reporter, attendee, mentioned"},
          {"legal_kind", text, ""},
          {"legal_number", text, ""},
          {"issuer", text, ""},
          {"page", number, "of the first proof"},
          {"quote", text, "the first proof, exactly as read"}};
}

std::vector<TableColumn> fact_columns() {
  const auto number = CellType::kNumber;
  const auto text = CellType::kText;
  std::vector<TableColumn> columns{{"id", text, "of the fact, 16 hexadecimal digits"},
                                   {"document", text, "documents.id"},
                                   {"source", text, "the document's first path"},
                                   {"type", text, "count, aid_value, share, date, official, legal_document"},
                                   {"section", text, "body, caption, table, related (belongs to another article)"},
                                   {"confidence", number, "0 to 1"},
                                   {"rule", text, "that read it"},
                                   {"state", text, "stored, corrected, added or rejected (not in force)"},
                                   {"value", number, "of a count, a sum or a percentage; empty where it is a range"},
                                   {"low", number, "the ends of a range"},
                                   {"high", number, ""},
                                   {"unit", text, "currency (ISO 4217) or %"},
                                   {"qualifier", text, "exact, over, under, about, at_least, up_to"}};
  for (TableColumn& column : meaning_columns()) columns.push_back(std::move(column));
  return columns;
}

// Of `facts` as they were read, or of `corrected_facts`.
std::string facts_sql(const std::string& facts, const std::string& positions) {
  return "SELECT f.id, d.id, d.source, f.type, f.section, round(f.confidence, 3), f.rule, 'stored', "
         "CASE f.type WHEN 'date' THEN NULL ELSE f.value END, f.low, f.high, "
         "CASE f.type WHEN 'share' THEN '%' ELSE f.currency END, f.qualifier, f.counted, f.status, f.stage, f.sector, "
         "f.donor, f.recipient, f.kind, f.certainty, f.place, f.scope, f.period, f.first_year, f.last_year, f.per, "
         "f.part_of, f.label, f.name, f.honorific, "
         "CASE f.type WHEN 'official' THEN (SELECT group_concat(text, '; ') FROM (SELECT text FROM " +
         positions +
         " p WHERE p.fact = f.fact ORDER BY ordinal)) END, "
         "f.role, f.legal_kind, f.legal_number, f.issuer, e.page, e.quote FROM " +
         facts +
         " f JOIN documents d USING (document) LEFT JOIN evidence e ON e.fact = f.fact AND e.ordinal = 0 "
         "WHERE d.state = 'done' ORDER BY d.document, f.ordinal";
}

std::size_t column_of(const Table& table, std::string_view name) {
  std::size_t at = 0;
  while (at < table.columns.size() && table.columns[at].name != name) ++at;
  return at;
}

}  // namespace

void read_stamp(store::Database& database, ExportStamp& stamp) {
  auto run = database.prepare("SELECT coalesce(ended, started) FROM runs ORDER BY run DESC LIMIT 1");
  if (run.step()) stamp.archive_time = run.text(0);
  auto made = database.prepare(
      "SELECT facts_fingerprint, count(*) FROM documents WHERE state = 'done' GROUP BY facts_fingerprint");
  while (made.step()) stamp.made_with[made.text(0)] = made.integer(1);
}

Table stamp_table(const ExportStamp& stamp) {
  Table table{
      "about", "what this export was made with", {{"what", CellType::kText, ""}, {"value", CellType::kText, ""}}, {}};
  table.rows.add({"schema", "trichluc-export/1"});
  table.rows.add({"program", stamp.program});
  table.rows.add({"extractors", stamp.extractors});
  table.rows.add({"dictionaries", stamp.dictionaries});
  table.rows.add({"archive_time", stamp.archive_time});
  for (const auto& [fingerprint, documents] : stamp.made_with) {
    table.rows.add({"facts_made_with", fingerprint + " (" + std::to_string(documents) + " documents)"});
  }
  return table;
}

Table documents_table(store::Database& database) {
  const auto text = CellType::kText;
  Table table{"documents",
              "what was read, a row a distinct file content",
              {{"id", text, "sha256: and the hash of the bytes"},
               {"source", text, "the first path under which it was found"},
               {"title", text, ""},
               {"publisher", text, ""},
               {"author", text, ""},
               {"published", CellType::kDay, "ISO 8601"},
               {"url", text, ""},
               {"media_type", text, ""},
               {"encoding", text, ""},
               {"pages", CellType::kNumber, ""},
               {"meeting", text, "name of the meeting that it reports"},
               {"meeting_date", CellType::kDay, ""},
               {"meeting_place", text, ""},
               {"kind", text, "of an administrative document"},
               {"number", text, ""},
               {"agency", text, ""},
               {"subject", text, ""},
               {"source_group", text, "near duplicates have the same: they are one source"},
               {"facts_made_with", text, "fingerprint"}},
              {}};
  const auto from_record = [](const std::string& path) {
    return "CASE WHEN d.record = '' THEN NULL ELSE json_extract(d.record, '" + path + "') END";
  };
  fill(database, table,
       "SELECT d.id, d.source, d.title, d.publisher, d.author, d.published, d.url, d.media_type, d.encoding, "
       "d.page_count, " +
           from_record("$.meeting.name") + ", " + from_record("$.meeting.date") + ", " +
           from_record("$.meeting.place") + ", " + from_record("$.header.kind") + ", " +
           from_record("$.header.number") + ", " + from_record("$.header.agency") + ", " +
           from_record("$.header.subject") +
           ", coalesce(g.leader, d.id), d.facts_fingerprint FROM effective_documents d LEFT JOIN groups g USING "
           "(document) "
           "WHERE d.state = 'done' ORDER BY d.document");
  return table;
}

Table facts_table(store::Database& database, const FactStates& states) {
  Table table{"facts", "what documents state, a row a fact, as in force", fact_columns(), {}};
  Table corrected{"", "", table.columns, {}};
  fill(database, corrected, facts_sql("corrected_facts", "effective_positions"));
  const std::size_t id = column_of(table, "id");
  const std::size_t state = column_of(table, "state");
  std::unordered_map<std::string, std::size_t> in_force;
  for (std::size_t r = 0; r < corrected.rows.size(); ++r) in_force.emplace(corrected.rows[r][id], r);
  auto row = database.prepare(facts_sql("facts", "positions"));
  while (row.step()) {
    const std::string key = row.text(static_cast<int>(id));
    const std::string_view name = states.name_of(key);
    // A rejected fact is shown with what was read, though it had been corrected before.
    const auto found = name == "rejected" ? in_force.end() : in_force.find(key);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      table.rows.cell(i == state                ? name
                      : found == in_force.end() ? row.text_in_place(static_cast<int>(i))
                                                : corrected.rows[found->second][i]);
    }
    table.rows.end_row();
  }
  return table;
}

Table evidence_table(store::Database& database) {
  const auto number = CellType::kNumber;
  const auto text = CellType::kText;
  Table table{"evidence",
              "the words that prove a fact, best first",
              {{"fact", text, "facts.id"},
               {"ordinal", number, "from 0"},
               {"document", text, "documents.id"},
               {"page", number, "from 1"},
               {"start", number, "code points of the page's text, from 0"},
               {"end", number, ""},
               {"quote", text, "exactly as read"},
               {"repaired", text, "with the recogniser's slips mended; empty: nothing was"},
               {"boxes", text, "JSON, [x0, y0, x1, y1] in PDF points from the page's top left, one a line"}},
              {}};
  fill(database, table,
       "SELECT f.id, e.ordinal, d.id, e.page, e.\"start\", e.\"end\", e.quote, e.repaired, e.boxes FROM documents d "
       "CROSS JOIN facts f ON f.document = d.document CROSS JOIN evidence e ON e.fact = f.fact WHERE d.state = 'done' "
       "ORDER BY d.document, f.ordinal, e.ordinal");
  return table;
}

std::vector<Table> correction_tables(store::Database& database, const FactStates& states) {
  const auto text = CellType::kText;
  Table in_force{"corrections_in_force",
                 "what readers put right, field by field",
                 {{"fact", text, "facts.id"},
                  {"document", text, "documents.id"},
                  {"field", text, ""},
                  {"stored", text, "what the program had read"},
                  {"value", text, "what is in force"},
                  {"by", text, ""},
                  {"why", text, ""}},
                 {}};
  for (const std::string& id : states.corrected()) {
    const FactState& state = *states.of(id);
    for (const AppliedCorrection& c : state.corrections) {
      in_force.rows.add({id, state.document, c.field, c.stored, c.value, c.by, c.why});
    }
  }
  std::vector<Table> tables;
  tables.push_back(std::move(in_force));
  Table layer = table_as_it_is(database, "corrections");
  if (!layer.columns.empty()) tables.push_back(std::move(layer));
  return tables;
}

}  // namespace trichluc
