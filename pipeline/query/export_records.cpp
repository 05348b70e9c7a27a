// An archive as lines of the record contract.
#include <unordered_map>

#include "pipeline/query/export_tables.h"
#include "pipeline/record/json_writer.h"

namespace trichluc {
namespace {

using ById = std::unordered_map<std::string, const Observation*>;

// The fields of the contract that corrections changed, as they are in force.
std::string effective_of(const Observation& o) {
  JsonWriter json;
  json.begin_object();
  const auto text = [&](std::string_view name, const std::string& value) { json.key(name).string_or_null(value); };
  const auto number = [&](std::string_view name, const std::optional<Decimal>& value) {
    json.key(name);
    value ? json.number(value->to_string()) : json.null();
  };
  if (o.type == "count") text("of", o.measure);
  number(o.type == "count" ? "value" : o.type == "share" ? "percent" : "amount", o.value);
  number("low", o.low);
  number("high", o.high);
  for (const auto& [name, value] :
       {std::pair("currency", &o.currency), std::pair("qualifier", &o.qualifier), std::pair("status", &o.status),
        std::pair("stage", &o.stage), std::pair("sector", &o.sector), std::pair("donor", &o.donor),
        std::pair("recipient", &o.recipient), std::pair("kind", &o.kind), std::pair("certainty", &o.certainty),
        std::pair("place", &o.place), std::pair("scope", &o.scope), std::pair("period", &o.period),
        std::pair("part_of", &o.part_of), std::pair("label", &o.label)}) {
    text(name, *value);
  }
  json.end_object();
  std::string object = json.take();
  JsonWriter list;
  list.begin_array();
  for (const AppliedCorrection& c : o.corrections) {
    list.begin_object().key("field").string(c.field).key("stored").string_or_null(c.stored);
    list.key("by").string_or_null(c.by).key("why").string_or_null(c.why).end_object();
  }
  return R"(,"effective":)" + object + R"(,"corrections":)" + list.end_array().take();
}

// A stored fact with what readers did to it.
std::string fact_with_state(std::string json, const std::string& id, bool is_figure, ById& in_force) {
  if (!is_figure) return json;
  const auto found = in_force.find(id);
  json.pop_back();
  if (found == in_force.end()) return json + R"(,"rejected":true})";
  const std::string more = found->second->corrections.empty() ? "" : effective_of(*found->second);
  in_force.erase(found);
  return json + more + "}";
}

// A fact that a reader added.
std::string added_fact(const Observation& o) {
  JsonWriter json;
  json.begin_object().key("type").string(o.type).key("id").string(o.id).key("added").boolean(true);
  json.key("confidence").real(o.confidence, 3).key("section").string(o.section).key("evidence").begin_array();
  json.begin_object().key("page").integer(o.page).key("start").size(o.start).key("end").size(o.end);
  json.key("text").string(o.quote).key("boxes").begin_array().end_array().end_object().end_array().end_object();
  std::string text = json.take();
  text.pop_back();
  return text + effective_of(o) + "}";
}

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
  Lists(store::Database& database, ById in_force)
      : facts_(database.prepare("SELECT id, type, section, json FROM facts WHERE document = ?1 ORDER BY ordinal")),
        warnings_(database.prepare("SELECT en FROM warnings WHERE document = ?1 ORDER BY ordinal")),
        in_force_(std::move(in_force)) {
    for (const auto& [id, o] : in_force_) by_document_[o->document->row].push_back(o);
  }

  std::string facts(std::int64_t document) {
    std::string list;
    facts_.bind(document);
    while (facts_.step()) {
      const std::string type = facts_.text(1);
      const bool figure = (type == "count" || type == "aid_value" || type == "share") && facts_.text(2) != "related";
      list += (list.empty() ? "" : ",") + fact_with_state(facts_.text(3), facts_.text(0), figure, in_force_);
    }
    std::map<std::string, const Observation*> added;
    for (const Observation* o : by_document_[document]) {
      if (in_force_.count(o->id) != 0) added.emplace(o->id, o);
    }
    for (const auto& [id, o] : added) list += (list.empty() ? "" : ",") + added_fact(*o);
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
  ById in_force_;
  std::unordered_map<std::int64_t, std::vector<const Observation*>> by_document_;
};

}  // namespace

void write_records(store::Database& database, const Observations& observations, const ExportStamp& stamp,
                   const LineSink& sink) {
  ById in_force;
  for (const auto& o : observations) in_force.emplace(o->id, o.get());
  Lists lists(database, std::move(in_force));
  auto row = database.prepare(
      "SELECT document, json_set(record, '$.document.source', source), facts_fingerprint FROM documents "
      "WHERE state = 'done' AND record <> '' ORDER BY document");
  while (row.step()) {
    std::string line = row.text(1);
    replace_last(line, R"("warnings":[])", R"("warnings":[)" + lists.warnings(row.integer(0)) + "]");
    replace_last(line, R"("facts":[])", R"("facts":[)" + lists.facts(row.integer(0)) + "]");
    line.pop_back();
    sink(line + R"(,"export":)" + stamp_object(stamp, row.text(2)) + "}\n");
  }
  write_refused(database, sink);
}

}  // namespace trichluc
