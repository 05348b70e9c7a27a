#include "pipeline/cli/writers/observation_json.h"

#include <optional>
#include <string_view>

#include "pipeline/record/record_json.h"

namespace trichluc::cli {
namespace {

void put(JsonWriter& json, std::string_view name, const std::string& value) {
  json.key(name).string_or_null(value);
}

void put(JsonWriter& json, std::string_view name, const std::optional<Decimal>& value) {
  json.key(name).number_or_null(value);
}

void write_document(JsonWriter& json, const ObservedDocument& document) {
  put(json, "document", document.id);
  put(json, "group", document.group);
  put(json, "source", document.source);
  put(json, "title", document.title);
  put(json, "publisher", document.publisher);
  put(json, "published", document.published);
}

}  // namespace

void write_corrections(JsonWriter& json, const std::vector<AppliedCorrection>& corrections) {
  json.key("corrections").begin_array();
  for (const AppliedCorrection& c : corrections) {
    json.begin_object().key("correction").integer(c.correction);
    put(json, "field", c.field);
    put(json, "stored", c.stored);
    put(json, "value", c.value);
    put(json, "by", c.by);
    put(json, "why", c.why);
    put(json, "at", c.at);
    json.end_object();
  }
  json.end_array();
}

void write_members(JsonWriter& json, const Observation& o) {
  put(json, "fact", o.id);
  put(json, "measure", o.measure);
  put(json, "value", o.value);
  put(json, "low", o.low);
  put(json, "high", o.high);
  put(json, "qualifier", o.qualifier);
  put(json, "currency", o.currency);
  json.key("equivalent").begin_array();
  for (const Money& money : o.equivalent) {
    json.begin_object().key("amount").number(money.amount.to_string()).key("currency").string(money.currency);
    json.end_object();
  }
  json.end_array();
  for (const auto& [name, value] :
       {std::pair("status", &o.status), std::pair("stage", &o.stage), std::pair("sector", &o.sector),
        std::pair("donor", &o.donor), std::pair("recipient", &o.recipient), std::pair("kind", &o.kind),
        std::pair("certainty", &o.certainty), std::pair("place", &o.place), std::pair("scope", &o.scope),
        std::pair("period", &o.period), std::pair("per", &o.per), std::pair("part_of", &o.part_of),
        std::pair("label", &o.label)}) {
    put(json, name, *value);
  }
  write_change(json, o.change);
  write_document(json, *o.document);
  json.key("confidence").real(o.confidence, 3).key("section").string(o.section);
  json.key("page").integer(o.page).key("start").size(o.start).key("end").size(o.end).key("text").string(o.quote);
  write_corrections(json, o.corrections);
}

}  // namespace trichluc::cli
