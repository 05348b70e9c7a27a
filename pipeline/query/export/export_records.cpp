// An archive as lines of the record contract.
#include "pipeline/query/effective_facts.h"
#include "pipeline/query/export/export_tables.h"
#include "pipeline/record/json_writer.h"

namespace trichluc {
namespace {

constexpr std::string_view kDocument = R"("document":{)";

std::string list_of(const std::vector<AppliedCorrection>& corrections) {
  JsonWriter list;
  list.begin_array();
  for (const AppliedCorrection& c : corrections) {
    list.begin_object().key("field").string(c.field).key("stored").string_or_null(c.stored);
    list.key("by").string_or_null(c.by).key("why").string_or_null(c.why).end_object();
  }
  return list.end_array().take();
}

// A stored fact with what readers did to it: the fields as they are in force, and who says so.
std::string fact_with_state(std::string json, const FactState* state) {
  if (state == nullptr) return json;
  json.pop_back();
  if (state->rejected) return json + R"(,"rejected":true})";
  if (state->added) json += R"(,"added":true)";
  if (state->corrections.empty()) return json + "}";
  return json + R"(,"effective":)" + state->effective + R"(,"corrections":)" + list_of(state->corrections) + "}";
}

// A document of the contract, an object, with what readers put right of its data beside what was read.
class DocumentStates {
 public:
  explicit DocumentStates(store::Database& database)
      : database_(database),
        any_(database.prepare("SELECT 1 FROM corrected_documents LIMIT 1").step()),
        in_force_(database.prepare(
            "SELECT json_object('title', nullif(title, ''), 'publisher', nullif(publisher, ''), 'author', "
            "nullif(author, ''), 'published', nullif(published, '')) FROM effective_documents WHERE document = ?1")) {}

  // Members to be put behind the others; nothing where readers changed nothing.
  std::string members(std::int64_t document) {
    const auto corrections = any_ ? corrections_of_document(database_, document) : std::vector<AppliedCorrection>{};
    if (corrections.empty()) return "";
    in_force_.bind(document);
    std::string effective;
    while (in_force_.step()) effective = in_force_.text(0);
    return R"("effective":)" + effective + R"(,"corrections":)" + list_of(corrections);
  }

 private:
  store::Database& database_;
  bool any_;
  store::Statement in_force_;
};

std::string stamp_object(const ExportStamp& stamp, const std::string& made_with) {
  JsonWriter json;
  json.begin_object().key("schema").string("trichluc-export/1").key("program").string(stamp.program);
  json.key("extractors").string(stamp.extractors).key("dictionaries").string(stamp.dictionaries);
  json.key("archive_time").string_or_null(stamp.archive_time).key("facts_made_with").string_or_null(made_with);
  return json.end_object().take();
}

void replace_last(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.rfind(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

void write_refused(store::Database& database, const LineSink& sink) {
  auto row = database.prepare(
      "SELECT path, code, reason_en, hint_en FROM failures WHERE page = 0 AND document IS NULL ORDER BY path");
  while (row.step()) {
    JsonWriter json;
    json.begin_object().key("schema").string("trichluc/1").key("document").begin_object();
    json.key("source").string(row.text(0)).end_object().key("error").begin_object();
    json.key("code").integer(row.integer(1));
    json.key("what").string(row.text(2) + (row.text(3).empty() ? "" : "; " + row.text(3)));
    json.key("where").string(row.text(0)).end_object().end_object();
    sink(json.take() + "\n");
  }
}

// What stands in a list of JSON, with commas between.
class Lists {
 public:
  Lists(store::Database& database, const FactStates& states)
      : facts_(database.prepare("SELECT id, json FROM facts WHERE document = ?1 ORDER BY ordinal")),
        warnings_(database.prepare("SELECT en FROM warnings WHERE document = ?1 ORDER BY ordinal")),
        states_(states) {}

  std::string facts(std::int64_t document) {
    std::string list;
    facts_.bind(document);
    while (facts_.step()) {
      list += (list.empty() ? "" : ",") + fact_with_state(facts_.text(1), states_.of(facts_.text(0)));
    }
    return list;
  }
  std::string warnings(std::int64_t document) {
    std::string list;
    warnings_.bind(document);
    while (warnings_.step()) list += (list.empty() ? "" : ",") + JsonWriter().string(warnings_.text(0)).take();
    return list;
  }

 private:
  store::Statement facts_, warnings_;
  const FactStates& states_;
};

}  // namespace

void write_records(store::Database& database, const FactStates& states, const ExportStamp& stamp,
                   const LineSink& sink) {
  Lists lists(database, states);
  DocumentStates documents(database);
  auto row = database.prepare(
      "SELECT document, json_set(record, '$.document.source', source), facts_fingerprint FROM documents "
      "WHERE state = 'done' AND record <> '' ORDER BY document");
  while (row.step()) {
    std::string line = row.text(1);
    if (const std::string more = documents.members(row.integer(0)); !more.empty()) {
      line.insert(line.find(kDocument) + kDocument.size(), more + ",");
    }
    replace_last(line, R"("warnings":[])", R"("warnings":[)" + lists.warnings(row.integer(0)) + "]");
    replace_last(line, R"("facts":[])", R"("facts":[)" + lists.facts(row.integer(0)) + "]");
    line.pop_back();
    sink(line + R"(,"export":)" + stamp_object(stamp, row.text(2)) + "}\n");
  }
  write_refused(database, sink);
}

}  // namespace trichluc
