#include "pipeline/store/facts.h"

#include <array>
#include <optional>
#include <string_view>

#include "pipeline/record/record_json.h"
#include "pipeline/store/corrections/settle.h"
#include "pipeline/store/fact_columns.h"
#include "pipeline/store/groups.h"

namespace trichluc::store {
namespace {

// Columns of `facts` that only some types have, in the order in which they are bound.
constexpr std::array<std::string_view, 27> kColumns{
    "value", "low",       "high",      "currency",  "qualifier",  "counted",      "status", "stage",      "sector",
    "donor", "recipient", "kind",      "certainty", "place",      "scope",        "period", "per",        "part_of",
    "label", "name",      "honorific", "role",      "legal_kind", "legal_number", "issuer", "first_year", "last_year"};

std::string insert_sql() {
  std::string names;
  std::string marks;
  for (const std::string_view column : kColumns) {
    names += ", " + std::string(column);
    marks += ", ?";
  }
  return "INSERT INTO facts (id, document, ordinal, type, section, confidence, rule, json, number" + names +
         ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?" + marks + ")";
}

std::int64_t insert_fact(Database& database, std::int64_t document, int ordinal, const Record& record) {
  Statement row = database.prepare(insert_sql());
  row.bind(record.id).bind(document).bind(ordinal).bind(type_name(record.fact)).bind(record.section);
  row.bind(record.confidence).bind(record.rule).bind(fact_to_json(record)).bind(number_of(record.fact));
  const FactColumns columns = columns_of(record);
  const auto period = columns.find("period");
  const Years years = years_of(period == columns.end() ? std::string_view() : period->second);
  for (const std::string_view column : kColumns) {
    const auto found = columns.find(column);
    if (column == "first_year") {
      row.bind(years.first);
    } else if (column == "last_year") {
      row.bind(years.last);
    } else if (found == columns.end()) {
      row.bind_null();
    } else {
      row.bind(found->second);
    }
  }
  row.run();
  return database.last_row();
}

void insert_evidence(Database& database, std::int64_t document, std::int64_t fact, const Record& record) {
  Statement row = database.prepare("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const Evidence& e : record.evidence) {
    row.bind(fact).bind(ordinal++).bind(document).bind(e.page).bind(static_cast<std::int64_t>(e.start));
    row.bind(static_cast<std::int64_t>(e.end)).bind(e.text).bind(e.repaired).bind(boxes_to_json(e.boxes)).run();
  }
}

void insert_inferred(Database& database, std::int64_t fact, const Record& record) {
  Statement row = database.prepare("INSERT INTO inferred VALUES (?, ?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const InferredField& field : record.inferred) {
    row.bind(fact).bind(ordinal++).bind(field.field).bind(field.value).bind(field.page);
    row.bind(static_cast<std::int64_t>(field.start)).bind(static_cast<std::int64_t>(field.end)).run();
  }
}

void insert_positions(Database& database, std::int64_t fact, const Record& record) {
  const auto* official = std::get_if<OfficialFact>(&record.fact);
  if (official == nullptr) return;
  Statement row = database.prepare("INSERT INTO positions VALUES (?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const Position& p : official->positions) {
    row.bind(fact).bind(ordinal++).bind(p.title).bind(p.organization).bind(p.place).bind(p.text).run();
  }
}

void insert_warnings(Database& database, std::int64_t document, const std::vector<Message>& warnings) {
  Statement row = database.prepare("INSERT INTO warnings VALUES (?, ?, ?, ?)");
  int ordinal = 0;
  for (const Message& warning : warnings) row.bind(document).bind(ordinal++).bind(warning.en).bind(warning.vi).run();
}

// The contract's object without the facts, which have rows of their own; it names the original, whatever its paths.
std::string record_without_facts(const DocumentRecords& records, const std::string& original) {
  DocumentRecords head;
  head.source = original;
  head.document = records.document;
  head.title = records.title;
  head.publisher = records.publisher;
  head.author = records.author;
  head.published = records.published;
  head.dates = records.dates;
  head.header = records.header;
  head.meeting = records.meeting;
  return to_json(head);
}

void finish_document(Database& database, std::int64_t document, const DocumentRecords& records,
                     const std::string& fingerprint) {
  Statement find = database.prepare("SELECT original FROM documents WHERE document = ?");
  const std::string original = find.bind(document).step() ? find.text(0) : "";
  database
      .prepare(
          "UPDATE documents SET state = 'done', title = ?, publisher = ?, author = ?, published = ?, record = ?, "
          "facts_fingerprint = ? WHERE document = ?")
      .bind(records.title)
      .bind(records.publisher)
      .bind(records.author)
      .bind(records.published)
      .bind(record_without_facts(records, original))
      .bind(fingerprint)
      .bind(document)
      .run();
}

}  // namespace

std::int64_t insert_record(Database& database, std::int64_t document, int ordinal, const Record& record) {
  const std::int64_t fact = insert_fact(database, document, ordinal, record);
  insert_evidence(database, document, fact, record);
  insert_inferred(database, fact, record);
  insert_positions(database, fact, record);
  return fact;
}

void delete_facts(Database& database, std::int64_t document) {
  unsettle_corrections(database, document);
  for (const char* table : {"evidence", "inferred", "positions"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE fact IN (SELECT fact FROM facts WHERE document = ?)")
        .bind(document)
        .run();
  }
  for (const char* table : {"facts", "warnings"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE document = ?").bind(document).run();
  }
}

Result<void> keep_facts(Archive& archive, std::int64_t document, const DocumentRecords& records,
                        const std::optional<text::Sketch>& sketch, const std::string& fingerprint) {
  return archive.write([&](Database& database) {
    delete_facts(database, document);
    int ordinal = 0;
    for (const Record& record : records.records) insert_record(database, document, ordinal++, record);
    insert_warnings(database, document, records.document.warnings);
    put_sketch(database, document, sketch);
    finish_document(database, document, records, fingerprint);
    settle_corrections(database, document);
  });
}

}  // namespace trichluc::store
