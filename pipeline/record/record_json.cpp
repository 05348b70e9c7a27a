#include "pipeline/record/record_json.h"

#include <algorithm>

#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

constexpr int kDecimalsOfPoints = 2;  // a hundredth of a point is finer than any printer
constexpr int kDecimalsOfConfidence = 3;

using Strings = std::vector<std::string>;

void text_field(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key).string_or_null(value);
}

void strings(JsonWriter& json, std::string_view key, const Strings& values) {
  json.key(key).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void box_list(JsonWriter& json, const std::vector<Box>& boxes) {
  json.begin_array();
  for (const Box& box : boxes) {
    json.begin_array();
    for (const double side : {box.x0, box.y0, box.x1, box.y1}) json.real(side, kDecimalsOfPoints);
    json.end_array();
  }
  json.end_array();
}

void evidence_array(JsonWriter& json, const std::vector<Evidence>& list) {
  json.begin_array();
  for (const Evidence& e : list) {
    json.begin_object().key("page").integer(e.page).key("start").size(e.start).key("end").size(e.end);
    json.key("text").string(e.text);
    if (!e.repaired.empty()) json.key("repaired").string(e.repaired);
    json.key("boxes");
    box_list(json, e.boxes);
    json.end_object();
  }
  json.end_array();
}

void evidence_list(JsonWriter& json, const std::vector<Evidence>& list) {
  evidence_array(json.key("evidence"), list);
}

// The fields that a count and a sum share, in the order of the contract.
template <class F>
void shared_fields(JsonWriter& json, const F& fact, const Record& record) {
  json.key("kind");
  if (fact.kind) {
    json.string(name_of(*fact.kind));
  } else {
    json.null();
  }
  text_field(json, "certainty", name_of(fact.certainty));
  text_field(json, "place", fact.place);
  strings(json, "places", fact.places);
  text_field(json, "scope", fact.scope);
  text_field(json, "period", fact.period);
  text_field(json, "per", fact.per);
  text_field(json, "part_of", record.part_of);
  write_change(json, fact.change);
}

struct FactFields {
  JsonWriter& json;
  const Record& record;

  void operator()(const CountFact& f) const {
    text_field(json, "of", f.of);
    json.key("value").number_or_null(f.value);
    json.key("low").number_or_null(f.low);
    json.key("high").number_or_null(f.high);
    text_field(json, "qualifier", name_of(f.qualifier));
    text_field(json, "status", f.status);
    shared_fields(json, f, record);
  }
  void operator()(const AidValueFact& f) const {
    json.key("amount").number_or_null(f.amount);
    json.key("low").number_or_null(f.low);
    json.key("high").number_or_null(f.high);
    text_field(json, "currency", f.currency);
    text_field(json, "qualifier", name_of(f.qualifier));
    text_field(json, "stage", f.stage);
    text_field(json, "sector", f.sector);
    text_field(json, "donor", f.donor);
    text_field(json, "recipient", f.recipient);
    shared_fields(json, f, record);
    json.key("equivalent").begin_array();
    for (const Money& money : f.equivalent) {
      json.begin_object();
      json.key("amount").number_or_null(money.amount);
      text_field(json, "currency", money.currency);
      json.end_object();
    }
    json.end_array();
  }
  void operator()(const ShareFact& f) const {
    json.key("percent").number_or_null(f.percent);
    text_field(json, "label", f.label);
    text_field(json, "of", record.share_of);
  }
  void operator()(const DateFact& f) const { text_field(json, "value", f.value); }
  void operator()(const OfficialFact& f) const {
    text_field(json, "name", f.name);
    text_field(json, "honorific", f.honorific);
    json.key("positions").begin_array();
    for (const Position& p : f.positions) {
      json.begin_object();
      text_field(json, "title", p.title);
      text_field(json, "organization", p.organization);
      text_field(json, "place", p.place);
      text_field(json, "text", p.text);
      json.end_object();
    }
    json.end_array();
    text_field(json, "meeting_role", f.meeting_role);
  }
  void operator()(const LegalDocumentFact& f) const {
    text_field(json, "kind", f.kind);
    text_field(json, "number", f.number);
    text_field(json, "date", f.date);
    text_field(json, "issuer", f.issuer);
  }
};

void fact_object(JsonWriter& json, const Record& record) {
  json.begin_object().key("type").string(type_name(record.fact)).key("id").string(record.id);
  std::visit(FactFields{json, record}, record.fact);
  json.key("confidence").real(record.confidence, kDecimalsOfConfidence).key("section").string(record.section);
  json.key("inferred").begin_array();
  for (const InferredField& i : record.inferred) {
    json.begin_object().key("field").string(i.field).key("value").string(i.value).key("page").integer(i.page);
    json.key("start").size(i.start).key("end").size(i.end).end_object();
  }
  json.end_array().key("rule").string(record.rule);
  evidence_list(json, record.evidence);
  json.end_object();
}

void page_list(JsonWriter& json, const Document& document) {
  json.key("page_list").begin_array();
  for (const Page& page : document.pages) {
    json.begin_object().key("page").integer(page.number);
    json.key("width").real(page.width, kDecimalsOfPoints).key("height").real(page.height, kDecimalsOfPoints);
    json.key("origin").string(name_of(page.origin));
    text_field(json, "reason", page.reason);
    json.end_object();
  }
  json.end_array();
}

void dates_list(JsonWriter& json, const std::vector<DocumentDate>& dates) {
  json.key("dates").begin_array();
  for (const DocumentDate& date : dates) {
    json.begin_object().key("role").string(date.role).key("value").string(date.value);
    json.key("chosen").boolean(date.chosen);
    evidence_list(json, date.evidence);
    json.end_object();
  }
  json.end_array();
}

void header_object(JsonWriter& json, const std::optional<AdministrativeHeader>& header) {
  json.key("header");
  if (!header) {
    json.null();
    return;
  }
  json.begin_object();
  text_field(json, "agency", header->agency);
  text_field(json, "superior", header->superior);
  text_field(json, "number", header->number);
  text_field(json, "place", header->place);
  text_field(json, "date", header->date);
  text_field(json, "kind", header->kind);
  text_field(json, "subject", header->subject);
  strings(json, "recipients", header->recipients);
  text_field(json, "signer", header->signer);
  text_field(json, "capacity", header->capacity);
  json.key("evidence").begin_object();
  for (const auto& [field, proofs] : header->evidence) evidence_array(json.key(field), proofs);
  json.end_object().end_object();
}

void ocr_object(JsonWriter& json, const OcrInfo& ocr) {
  json.key("ocr");
  if (ocr.engine.empty()) {
    json.null();
    return;
  }
  json.begin_object().key("engine").string(ocr.engine).key("model").string(ocr.model);
  json.key("mean_confidence").real(ocr.mean_confidence, kDecimalsOfConfidence).end_object();
}

void document_object(JsonWriter& json, const DocumentRecords& d) {
  json.key("document").begin_object();
  json.key("id").string(d.document.id).key("source").string(d.source);
  text_field(json, "media_type", d.document.media_type);
  text_field(json, "title", d.title);
  text_field(json, "publisher", d.publisher);
  text_field(json, "author", d.author);
  text_field(json, "published", d.published);
  json.key("pages").size(std::max(d.document.pages.size(), static_cast<std::size_t>(d.document.page_count)));
  text_field(json, "text_origin", text_origin(d.document));
  text_field(json, "encoding", d.document.encoding);
  page_list(json, d.document);
  dates_list(json, d.dates);
  header_object(json, d.header);
  ocr_object(json, d.document.ocr);
  json.end_object();
}

void meeting_object(JsonWriter& json, const std::optional<Meeting>& meeting) {
  json.key("meeting");
  if (!meeting) {
    json.null();
    return;
  }
  json.begin_object();
  text_field(json, "name", meeting->name);
  text_field(json, "date", meeting->date);
  text_field(json, "part_of_day", meeting->part_of_day);
  text_field(json, "place", meeting->place);
  text_field(json, "format", meeting->format);
  json.key("sites").number_or_null(meeting->sites);
  json.key("delegates").number_or_null(meeting->delegates);
  json.end_object();
}

void refused(JsonWriter& json, const DocumentRecords& document) {
  json.key("document").begin_object().key("source").string(document.source).end_object();
  json.key("error").begin_object().key("code").integer(static_cast<int>(document.error->code));
  json.key("what").string(document.error->what.en).key("where").string(document.error->where).end_object();
}

}  // namespace

std::string_view name_of(TextOrigin origin) {
  switch (origin) {
    case TextOrigin::kPlain:
      return "plain";
    case TextOrigin::kEmbedded:
      return "embedded";
    case TextOrigin::kOcr:
      return "ocr";
    case TextOrigin::kMixed:
      return "mixed";
    case TextOrigin::kFailed:
      return "failed";
  }
  return "plain";
}

std::string_view name_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::kExact:
      return "exact";
    case Qualifier::kOver:
      return "over";
    case Qualifier::kUnder:
      return "under";
    case Qualifier::kAbout:
      return "about";
    case Qualifier::kAtLeast:
      return "at_least";
    case Qualifier::kUpTo:
      return "up_to";
  }
  return "exact";
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kStock:
      return "stock";
    case Kind::kFlow:
      return "flow";
    case Kind::kCumulative:
      return "cumulative";
  }
  return "flow";
}

std::string_view name_of(Certainty certainty) {
  return certainty == Certainty::kExpected ? "expected" : "reported";
}

std::string_view text_origin(const Document& document) {
  std::optional<TextOrigin> all;
  for (const Page& page : document.pages) {
    if (page.origin == TextOrigin::kFailed) continue;
    if (all && *all != page.origin) return "mixed";
    all = page.origin;
  }
  return all ? name_of(*all) : std::string_view{};
}

std::string to_json(const DocumentRecords& document, JsonWriter::Style style) {
  JsonWriter json(style);
  json.begin_object().key("schema").string("trichluc/1");
  if (document.error) {
    refused(json, document);
    return json.end_object().take();
  }
  document_object(json, document);
  meeting_object(json, document.meeting);
  json.key("facts").begin_array();
  for (const Record& record : document.records) fact_object(json, record);
  json.end_array().key("warnings").begin_array();
  for (const Message& warning : document.document.warnings) json.string(warning.en);
  return json.end_array().end_object().take();
}

void write_change(JsonWriter& json, const std::optional<Change>& change) {
  json.key("change");
  if (!change) {
    json.null();
    return;
  }
  json.begin_object().key("direction").string(change->increase ? "increase" : "decrease");
  json.key("percent").number_or_null(change->percent);
  text_field(json, "relative_to", change->relative_to);
  json.end_object();
}

std::string fact_to_json(const Record& record) {
  JsonWriter json;
  fact_object(json, record);
  return json.take();
}

std::string boxes_to_json(const std::vector<Box>& boxes) {
  JsonWriter json;
  box_list(json, boxes);
  return json.take();
}

std::string page_to_json(const Document& document, const Page& page) {
  const CodePointOffsets offsets(page.text);
  JsonWriter json;
  json.begin_object().key("source").string(document.source).key("page").integer(page.number);
  json.key("text").string(page.text).key("origin").string(name_of(page.origin));
  text_field(json, "reason", page.reason);
  json.key("width").real(page.width, kDecimalsOfPoints).key("height").real(page.height, kDecimalsOfPoints);
  json.key("words").begin_array();
  for (const Word& word : page.words) {
    json.begin_array().size(offsets.at(word.in_page.begin)).size(offsets.at(word.in_page.end));
    for (const double side : {word.box.x0, word.box.y0, word.box.x1, word.box.y1}) json.real(side, kDecimalsOfPoints);
    json.real(static_cast<double>(word.confidence), kDecimalsOfConfidence).end_array();
  }
  json.end_array();
  json.key("cells").begin_array();
  for (const TableCell& cell : page.cells) {
    json.begin_object().key("start").size(offsets.at(cell.in_page.begin)).key("end").size(offsets.at(cell.in_page.end));
    json.key("table").integer(cell.table).key("row").integer(cell.row).key("column").integer(cell.column);
    json.key("row_span").integer(cell.row_span).key("column_span").integer(cell.column_span);
    json.key("header").boolean(cell.header).end_object();
  }
  json.end_array();
  if (!page.other.text.empty()) {
    json.key("other_reading").begin_object().key("text").string(page.other.text);
    json.key("reason").string(page.other.reason).end_object();
  }
  return json.end_object().take();
}

}  // namespace trichluc
