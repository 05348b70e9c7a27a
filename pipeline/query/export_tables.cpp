#include "pipeline/query/export_tables.h"

#include <array>
#include <set>
#include <unordered_map>
#include <utility>

namespace trichluc {
namespace {

using store::CellType;
using store::Table;
using store::TableColumn;

std::vector<std::string> cells_of(const store::Statement& row, std::size_t count) {
  std::vector<std::string> cells;
  cells.reserve(count);
  for (std::size_t i = 0; i < count; ++i) cells.push_back(row.text(static_cast<int>(i)));
  return cells;
}

void fill(store::Database& database, Table& table, const std::string& select) {
  auto row = database.prepare(select);
  while (row.step()) table.rows.push_back(cells_of(row, table.columns.size()));
}

std::string digits(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "";
}

// Columns of the table `facts` in the order of facts_table(), for what corrections may change.
using Field = std::string (*)(const Observation&);
const std::map<std::string, Field>& changeable() {
  static const std::map<std::string, Field> kFields{
      {"value", [](const Observation& o) { return digits(o.value); }},
      {"low", [](const Observation& o) { return digits(o.low); }},
      {"high", [](const Observation& o) { return digits(o.high); }},
      {"unit", [](const Observation& o) { return o.type == "share" ? std::string("%") : o.currency; }},
      {"qualifier", [](const Observation& o) { return o.qualifier; }},
      {"of", [](const Observation& o) { return o.type == "count" ? o.measure : std::string(); }},
      {"status", [](const Observation& o) { return o.status; }},
      {"stage", [](const Observation& o) { return o.stage; }},
      {"sector", [](const Observation& o) { return o.sector; }},
      {"donor", [](const Observation& o) { return o.donor; }},
      {"recipient", [](const Observation& o) { return o.recipient; }},
      {"kind", [](const Observation& o) { return o.kind; }},
      {"certainty", [](const Observation& o) { return o.type == "share" ? std::string() : o.certainty; }},
      {"place", [](const Observation& o) { return o.place; }},
      {"scope", [](const Observation& o) { return o.scope; }},
      {"period", [](const Observation& o) { return o.period; }},
      {"per", [](const Observation& o) { return o.per; }},
      {"part_of", [](const Observation& o) { return o.part_of; }},
      {"label", [](const Observation& o) { return o.label; }}};
  return kFields;
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

constexpr const char* kFactsSql =
    "SELECT f.id, d.id, d.source, f.type, f.section, round(f.confidence, 3), f.rule, 'stored', "
    "CASE f.type WHEN 'date' THEN NULL ELSE f.value END, f.low, f.high, "
    "CASE f.type WHEN 'share' THEN '%' ELSE f.currency END, f.qualifier, f.counted, f.status, f.stage, f.sector, "
    "f.donor, f.recipient, f.kind, f.certainty, f.place, f.scope, f.period, f.first_year, f.last_year, f.per, "
    "f.part_of, f.label, f.name, f.honorific, "
    "CASE f.type WHEN 'official' THEN (SELECT group_concat(text, '; ') FROM (SELECT text FROM effective_positions p "
    "WHERE p.fact = f.fact ORDER BY ordinal)) END, "
    "f.role, f.legal_kind, f.legal_number, f.issuer, e.page, e.quote "
    "FROM facts f JOIN documents d USING (document) LEFT JOIN evidence e ON e.fact = f.fact AND e.ordinal = 0 "
    "WHERE d.state = 'done' ORDER BY d.document, f.ordinal";

struct Columns {
  std::size_t id = 0, type = 0, section = 0, state = 0;
  std::vector<std::pair<std::size_t, Field>> changeable;
};

Columns columns_in(const Table& table) {
  Columns columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& name = table.columns[i].name;
    if (name == "id") columns.id = i;
    if (name == "type") columns.type = i;
    if (name == "section") columns.section = i;
    if (name == "state") columns.state = i;
    if (const auto field = changeable().find(name); field != changeable().end()) {
      columns.changeable.emplace_back(i, field->second);
    }
  }
  return columns;
}

bool is_figure(const std::string& type) {
  return type == "count" || type == "aid_value" || type == "share";
}

// A fact that a reader added has no stored row.
std::vector<std::string> added_row(const Observation& o, const Table& table) {
  const std::map<std::string, std::string> known{
      {"id", o.id},           {"document", o.document->id}, {"source", o.document->source},   {"type", o.type},
      {"section", o.section}, {"state", "added"},           {"page", std::to_string(o.page)}, {"quote", o.quote}};
  std::vector<std::string> cells;
  for (const TableColumn& column : table.columns) {
    const auto plain = known.find(column.name);
    const auto field = changeable().find(column.name);
    cells.push_back(plain != known.end() ? plain->second : field != changeable().end() ? field->second(o) : "");
  }
  return cells;
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
  table.rows = {{"schema", "trichluc-export/1"},
                {"program", stamp.program},
                {"extractors", stamp.extractors},
                {"dictionaries", stamp.dictionaries},
                {"archive_time", stamp.archive_time}};
  for (const auto& [fingerprint, documents] : stamp.made_with) {
    table.rows.push_back({"facts_made_with", fingerprint + " (" + std::to_string(documents) + " documents)"});
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

Table facts_table(store::Database& database, const Observations& observations) {
  Table table{"facts", "what documents state, a row a fact, as in force", fact_columns(), {}};
  fill(database, table, kFactsSql);
  std::unordered_map<std::string, const Observation*> in_force;
  for (const auto& o : observations) in_force.emplace(o->id, o.get());
  const Columns columns = columns_in(table);
  for (auto& cells : table.rows) {
    if (!is_figure(cells[columns.type]) || cells[columns.section] == "related") continue;
    const auto found = in_force.find(cells[columns.id]);
    if (found == in_force.end()) {
      cells[columns.state] = "rejected";
      continue;
    }
    const Observation& o = *found->second;
    if (!o.corrections.empty()) {
      cells[columns.state] = "corrected";
      for (const auto& [column, field] : columns.changeable) cells[column] = field(o);
    }
    in_force.erase(found);
  }
  for (const auto& o : observations) {
    if (in_force.count(o->id) != 0) table.rows.push_back(added_row(*o, table));
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
       "SELECT f.id, e.ordinal, d.id, e.page, e.\"start\", e.\"end\", e.quote, e.repaired, e.boxes FROM evidence e "
       "JOIN facts f ON f.fact = e.fact JOIN documents d ON d.document = e.document WHERE d.state = 'done' "
       "ORDER BY d.document, f.ordinal, e.ordinal");
  return table;
}

std::vector<Table> correction_tables(store::Database& database, const Observations& observations) {
  const auto text = CellType::kText;
  Table in_force{"corrections_in_force",
                 "what readers put right, field by field",
                 {{"fact", text, "facts.id"},
                  {"document", text, "documents.id"},
                  {"field", text, ""},
                  {"stored", text, "what the program had read"},
                  {"by", text, ""},
                  {"why", text, ""}},
                 {}};
  for (const auto& o : observations) {
    for (const AppliedCorrection& c : o->corrections) {
      in_force.rows.push_back({o->id, o->document->id, c.field, c.stored, c.by, c.why});
    }
  }
  std::vector<Table> tables{std::move(in_force)};
  Table layer = table_as_it_is(database, "corrections");
  if (!layer.columns.empty()) tables.push_back(std::move(layer));
  return tables;
}

}  // namespace trichluc
