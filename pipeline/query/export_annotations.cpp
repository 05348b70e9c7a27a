// An archive as W3C Web Annotations (https://www.w3.org/TR/annotation-model/). Positions count the characters of one
// page, so a position stands within the selector of its page.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "pipeline/query/export_tables.h"
#include "pipeline/record/json_writer.h"

namespace trichluc {
namespace {

constexpr int kAround = 32;  // code points of prefix and suffix

struct Place {
  std::int64_t fact = 0;
  std::string document, media_type, source;
  std::int64_t page = 1, start = 0, end = 0;
  std::string quote, prefix, suffix, box;
};

// The text around a quote is cut in SQL, where the pages are; boxes are joined to the one around all lines.
std::string places_sql() {
  const std::string n = std::to_string(kAround);
  return "SELECT e.fact, d.id, d.media_type, d.source, e.page, e.\"start\", e.\"end\", e.quote, "
         "substr(p.text, max(e.\"start\" - " +
         n + ", 0) + 1, min(e.\"start\", " + n +
         ")), "
         "substr(p.text, e.\"end\" + 1, " +
         n +
         "), "
         "CASE WHEN e.boxes = '[]' THEN NULL ELSE (SELECT min(json_extract(value, '$[0]')) || ' ' || "
         "min(json_extract(value, '$[1]')) || ' ' || max(json_extract(value, '$[2]')) || ' ' || "
         "max(json_extract(value, '$[3]')) FROM json_each(e.boxes)) END "
         "FROM evidence e JOIN documents d ON d.document = e.document "
         "LEFT JOIN pages p ON p.document = e.document AND p.number = e.page WHERE e.fact = ?1 ORDER BY e.ordinal";
}

Place place_in(const store::Statement& row) {
  Place place;
  place.fact = row.integer(0);
  place.document = row.text(1);
  place.media_type = row.text(2);
  place.source = row.text(3);
  place.page = row.integer(4);
  place.start = row.integer(5);
  place.end = row.integer(6);
  place.quote = row.text(7);
  place.prefix = row.text(8);
  place.suffix = row.text(9);
  place.box = row.text(10);
  return place;
}

// "x0 y0 x1 y1" in points as a media fragment: whole numbers, nothing of the box cut off.
std::string fragment_of(const std::string& box) {
  double corner[4] = {0, 0, 0, 0};
  std::size_t at = 0;
  for (double& value : corner) {
    const std::size_t end = std::min(box.find(' ', at), box.size());
    value = std::stod(box.substr(at, end - at));
    at = std::min(end + 1, box.size());
  }
  const auto x = static_cast<long long>(std::floor(corner[0]));
  const auto y = static_cast<long long>(std::floor(corner[1]));
  const auto width = static_cast<long long>(std::ceil(corner[2])) - x;
  const auto height = static_cast<long long>(std::ceil(corner[3])) - y;
  return "xywh=" + std::to_string(x) + "," + std::to_string(y) + "," + std::to_string(width) + "," +
         std::to_string(height);
}

// Opens a selector of the page, to be refined and closed by the caller.
void open_page(JsonWriter& json, const Place& place) {
  json.begin_object().key("type").string("FragmentSelector");
  json.key("conformsTo").string("http://tools.ietf.org/rfc/rfc3778");
  json.key("value").string("page=" + std::to_string(place.page)).key("refinedBy");
}

void write_target(JsonWriter& json, const Place& place) {
  json.begin_object().key("type").string("SpecificResource").key("source").begin_object();
  json.key("id").string("urn:trichluc:" + place.document).key("type").string("Text");
  json.key("format").string(place.media_type).end_object().key("selector").begin_array();
  json.begin_object().key("type").string("TextQuoteSelector").key("exact").string(place.quote);
  json.key("prefix").string(place.prefix).key("suffix").string(place.suffix).end_object();
  open_page(json, place);
  json.begin_object().key("type").string("TextPositionSelector");
  json.key("start").integer(place.start).key("end").integer(place.end).end_object().end_object();
  if (!place.box.empty()) {
    open_page(json, place);
    json.begin_object().key("type").string("FragmentSelector");
    json.key("conformsTo").string("http://www.w3.org/TR/media-frags/");
    json.key("value").string(fragment_of(place.box)).end_object().end_object();
  }
  json.end_array().end_object();
}

struct StoredFact {
  std::int64_t row = 0;
  std::string id, type, section, json;
};

void write_bodies(JsonWriter& json, const StoredFact& fact, const Observation* corrected) {
  json.key("body").begin_array();
  json.begin_object().key("type").string("TextualBody").key("purpose").string("tagging");
  json.key("value").string(fact.type).end_object();
  json.begin_object().key("type").string("TextualBody").key("purpose").string("describing");
  json.key("format").string("application/json").key("value").string(fact.json).end_object();
  if (corrected != nullptr) {
    for (const AppliedCorrection& c : corrected->corrections) {
      json.begin_object().key("type").string("TextualBody").key("purpose").string("editing");
      json.key("value").string(c.field + ": " + c.stored + " (" + c.by + ": " + c.why + ")").end_object();
    }
  }
  json.end_array();
}

void write_generator(JsonWriter& json, const ExportStamp& stamp) {
  json.key("generator").begin_object().key("id").string("urn:trichluc:program").key("type").string("Software");
  json.key("name").string(stamp.program + "; " + stamp.extractors + "; dictionaries " + stamp.dictionaries);
  json.end_object();
  // When the archive was last written to: the same archive gives the same bytes on any day.
  if (!stamp.archive_time.empty()) json.key("generated").string(stamp.archive_time);
}

std::string annotation(const StoredFact& fact, const std::vector<Place>& places, const Observation* corrected) {
  JsonWriter json;
  json.begin_object().key("id").string("urn:trichluc:fact:" + fact.id).key("type").string("Annotation");
  json.key("motivation").string("describing");
  write_bodies(json, fact, corrected);
  json.key("target").begin_array();
  for (const Place& place : places) write_target(json, place);
  return json.end_array().end_object().take();
}

std::string head(const ExportStamp& stamp, std::size_t total) {
  JsonWriter json;
  json.begin_object().key("@context").string("http://www.w3.org/ns/anno.jsonld");
  json.key("id").string("urn:trichluc:annotations").key("type").string("AnnotationCollection");
  json.key("label").string("facts of an archive, each with the words that prove it");
  write_generator(json, stamp);
  json.key("total").size(total).key("first").begin_object().key("id").string("urn:trichluc:annotations:page:1");
  json.key("type").string("AnnotationPage").key("partOf").string("urn:trichluc:annotations");
  json.key("startIndex").integer(0).key("items").begin_array();
  return json.take() + "\n";
}

}  // namespace

void write_annotations(store::Database& database, const Observations& observations, const ExportStamp& stamp,
                       const LineSink& sink) {
  std::unordered_map<std::string, const Observation*> in_force;
  for (const auto& o : observations) in_force.emplace(o->id, o.get());
  std::vector<StoredFact> facts;
  auto row = database.prepare(
      "SELECT f.fact, f.id, f.type, f.section, f.json FROM facts f JOIN documents d USING (document) "
      "WHERE d.state = 'done' ORDER BY d.document, f.ordinal");
  while (row.step()) {
    StoredFact fact{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4)};
    const bool figure = fact.type == "count" || fact.type == "aid_value" || fact.type == "share";
    if (figure && fact.section != "related" && in_force.count(fact.id) == 0) continue;  // rejected by a reader
    facts.push_back(std::move(fact));
  }
  sink(head(stamp, facts.size()));
  auto proofs = database.prepare(places_sql());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    std::vector<Place> places;
    proofs.bind(facts[i].row);
    while (proofs.step()) places.push_back(place_in(proofs));
    const auto found = in_force.find(facts[i].id);
    sink(annotation(facts[i], places, found == in_force.end() ? nullptr : found->second) +
         (i + 1 < facts.size() ? ",\n" : "\n"));
  }
  sink("]}}\n");
}

}  // namespace trichluc
