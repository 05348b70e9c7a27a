// An archive as W3C Web Annotations (https://www.w3.org/TR/annotation-model/). Positions count the characters of one
// page, so a position stands within the selector of its page.
#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/base/byte_of.h"
#include "pipeline/query/export/export_tables.h"
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

// Boxes are joined to the one around all lines.
constexpr const char* kPlaces =
    "SELECT e.fact, d.id, d.media_type, d.source, e.page, e.\"start\", e.\"end\", e.quote, "
    "CASE WHEN e.boxes = '[]' THEN NULL ELSE (SELECT min(json_extract(value, '$[0]')) || ' ' || "
    "min(json_extract(value, '$[1]')) || ' ' || max(json_extract(value, '$[2]')) || ' ' || "
    "max(json_extract(value, '$[3]')) FROM json_each(e.boxes)) END, e.document "
    "FROM evidence e JOIN documents d ON d.document = e.document WHERE e.fact = ?1 ORDER BY e.ordinal";

// Proofs of facts with the words around them. A page is read once for all that stands on it.
class Proofs {
 public:
  explicit Proofs(store::Database& database)
      : places_(database.prepare(kPlaces)),
        page_(database.prepare("SELECT text FROM pages WHERE document = ?1 AND number = ?2")) {}

  std::vector<Place> of(std::int64_t fact) {
    std::vector<Place> places;
    places_.bind(fact);
    while (places_.step()) places.push_back(place());
    return places;
  }

 private:
  Place place() {
    Place place;
    place.fact = places_.integer(0);
    place.document = places_.text(1);
    place.media_type = places_.text(2);
    place.source = places_.text(3);
    place.page = places_.integer(4);
    place.start = places_.integer(5);
    place.end = places_.integer(6);
    place.quote = places_.text(7);
    place.box = places_.text(8);
    const std::string& text = page(places_.integer(9), place.page);
    const std::size_t start = byte_of(text, place.start);
    const std::size_t end = byte_after(text, start, place.end - place.start);
    const std::size_t before = byte_before(text, start, kAround);
    place.prefix = text.substr(before, start - before);
    place.suffix = text.substr(end, byte_after(text, end, kAround) - end);
    return place;
  }

  const std::string& page(std::int64_t document, std::int64_t number) {
    if (shown_ == std::pair(document, number)) return text_;
    shown_ = {document, number};
    text_.clear();
    page_.bind(document).bind(number);
    while (page_.step()) text_ = page_.text(0);
    return text_;
  }

  store::Statement places_, page_;
  std::pair<std::int64_t, std::int64_t> shown_{0, 0};
  std::string text_;
};

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
  std::string id, type, json;
};

// "name: as read → in force (who: why)".
std::string edit_of(const AppliedCorrection& c) {
  const std::string change = c.field == "added" ? c.field : c.field + ": " + c.stored + " → " + c.value;
  return change + " (" + c.by + ": " + c.why + ")";
}

// What is in force, and as an edit what was read.
void write_bodies(JsonWriter& json, const StoredFact& fact, const FactState* state) {
  json.key("body").begin_array();
  json.begin_object().key("type").string("TextualBody").key("purpose").string("tagging");
  json.key("value").string(fact.type).end_object();
  json.begin_object().key("type").string("TextualBody").key("purpose").string("describing");
  json.key("format").string("application/json").key("value").string(state != nullptr ? state->json : fact.json);
  json.end_object();
  if (state != nullptr) {
    for (const AppliedCorrection& c : state->corrections) {
      json.begin_object().key("type").string("TextualBody").key("purpose").string("editing");
      json.key("value").string(edit_of(c)).end_object();
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

std::string annotation(const StoredFact& fact, const std::vector<Place>& places, const FactState* state) {
  JsonWriter json;
  json.begin_object().key("id").string("urn:trichluc:fact:" + fact.id).key("type").string("Annotation");
  json.key("motivation").string("describing");
  write_bodies(json, fact, state);
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

void write_annotations(store::Database& database, const FactStates& states, const ExportStamp& stamp,
                       const LineSink& sink) {
  std::vector<StoredFact> facts;
  auto row = database.prepare(
      "SELECT f.fact, f.id, f.type, f.json FROM facts f JOIN documents d USING (document) "
      "WHERE d.state = 'done' ORDER BY d.document, f.ordinal");
  while (row.step()) {
    StoredFact fact{row.integer(0), row.text(1), row.text(2), row.text(3)};
    const FactState* state = states.of(fact.id);
    if (state == nullptr || !state->rejected) facts.push_back(std::move(fact));
  }
  sink(head(stamp, facts.size()));
  Proofs proofs(database);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    sink(annotation(facts[i], proofs.of(facts[i].row), states.of(facts[i].id)) + (i + 1 < facts.size() ? ",\n" : "\n"));
  }
  sink("]}}\n");
}

}  // namespace trichluc
