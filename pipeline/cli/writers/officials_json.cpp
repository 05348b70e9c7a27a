#include "pipeline/cli/writers/csv_cell.h"
#include "pipeline/cli/writers/officials_writers.h"

namespace trichluc::cli {
namespace {

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
  json.key(name).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void write_statement(JsonWriter& json, const OfficialStatement& s) {
  json.begin_object().key("fact").string(s.id).key("name").string(s.name).key("said").string_or_null(s.day);
  json.key("document").string(s.document->id).key("source").string(s.document->source);
  json.key("title").string_or_null(s.document->title).key("publisher").string_or_null(s.document->publisher);
  json.key("published").string_or_null(s.document->published).key("confidence").real(s.confidence, 3);
  json.key("page").integer(s.page).key("start").size(s.start).key("end").size(s.end).key("text").string(s.quote);
  json.end_object();
}

void write_office(JsonWriter& json, const HeldOffice& held) {
  json.begin_object().key("title").string_or_null(held.title).key("organization").string_or_null(held.organization);
  json.key("place").string_or_null(held.office.place).key("text").string(held.text);
  json.key("tenure").string(name_of(held.office.tenure)).key("one_holder").boolean(held.office.one_holder);
  json.key("located").boolean(held.office.located);
  json.key("first").string_or_null(held.first).key("last").string_or_null(held.last);
  json.key("statements").begin_array();
  for (const OfficialStatement* s : held.statements) write_statement(json, *s);
  json.end_array().end_object();
}

std::vector<std::string> cells_of(const Person& person, const HeldOffice& held, const OfficialStatement& s) {
  return {person.id,
          person.name,
          held.text,
          held.title,
          held.organization,
          held.office.place,
          std::string(name_of(held.office.tenure)),
          held.first,
          held.last,
          s.name,
          s.honorific,
          s.day,
          s.id,
          s.document->id,
          s.document->source,
          s.document->title,
          s.document->publisher,
          s.document->published,
          std::to_string(s.page),
          std::to_string(s.start),
          std::to_string(s.end),
          s.quote};
}

}  // namespace

void write_person(JsonWriter& json, const Person& person, const std::vector<Person>& people) {
  json.begin_object().key("id").string(person.id).key("name").string(person.name);
  write_strings(json, "names", person.names);
  write_strings(json, "honorifics", person.honorifics);
  json.key("sources").size(person.sources).key("positions").begin_array();
  for (const HeldOffice& held : person.offices) write_office(json, held);
  json.end_array().key("doubtful").begin_array();
  for (const Namesake& other : person.doubtful) {
    json.begin_object().key("id").string(people[other.person].id).key("name").string(people[other.person].name);
    json.key("why").string(name_of(other.why)).end_object();
  }
  json.end_array().end_object();
}

std::string officials_as_json(const ShownOfficials& shown) {
  JsonWriter json(JsonWriter::Style::kIndented);
  json.begin_object().key("schema").string("trichluc-officials/1");
  if (shown.holders != nullptr) {
    json.key("holders").begin_array();
    for (const Holder& holder : *shown.holders) {
      const Person& person = (*shown.people)[holder.person];
      json.begin_object().key("id").string(person.id).key("name").string(person.name);
      json.key("at").string(name_of(holder.at)).key("position");
      write_office(json, *holder.office);
      json.end_object();
    }
    return json.end_array().end_object().take() + "\n";
  }
  json.key("people").begin_array();
  for (const std::size_t i : shown.chosen) write_person(json, (*shown.people)[i], *shown.people);
  return json.end_array().end_object().take() + "\n";
}

std::string officials_as_csv(const ShownOfficials& shown) {
  std::vector<std::string> head{"person", "person_name", "position", "title",    "organization", "place",
                                "tenure", "first",       "last",     "name",     "honorific",    "said",
                                "fact",   "document",    "source",   "headline", "publisher",    "published",
                                "page",   "start",       "end",      "quote"};
  if (shown.holders != nullptr) head.insert(head.begin(), "at");
  std::string lines = csv_line(head);
  if (shown.holders != nullptr) {
    for (const Holder& holder : *shown.holders) {
      for (const OfficialStatement* s : holder.office->statements) {
        auto cells = cells_of((*shown.people)[holder.person], *holder.office, *s);
        cells.insert(cells.begin(), std::string(name_of(holder.at)));
        lines += csv_line(cells);
      }
    }
    return lines;
  }
  for (const std::size_t i : shown.chosen) {
    const Person& person = (*shown.people)[i];
    for (const HeldOffice& held : person.offices) {
      for (const OfficialStatement* s : held.statements) lines += csv_line(cells_of(person, held, *s));
    }
  }
  return lines;
}

}  // namespace trichluc::cli
