// People and conflicts as tables, and the views of the SQLite file.
#include "pipeline/query/export/export_tables.h"

namespace trichluc {
namespace {

using store::CellType;
using store::Table;

Table people_table() {
  const auto text = CellType::kText;
  return {"people",
          "persons in office across documents",
          {{"person", text, "id: the smallest id of the facts about the person"},
           {"name", text, "as most documents write it"},
           {"names", text, "all spellings, with ; between"},
           {"honorifics", text, ""},
           {"sources", CellType::kNumber, "documents that name the person, near duplicates once"}},
          {}};
}

Table positions_table() {
  const auto text = CellType::kText;
  const auto number = CellType::kNumber;
  return {"positions",
          "the offices of a person over time, a row a statement",
          {{"person", text, "people.person"},
           {"office", number, "of the person, from 1, in the order of time"},
           {"title", text, ""},
           {"organization", text, ""},
           {"place", text, "of the body, also where only the document tells it"},
           {"text", text, "title and body together"},
           {"tenure", text, "held, acting (quyền), former (nguyên)"},
           {"one_holder", text, "yes: one person at a time has such an office"},
           {"first", CellType::kDay, "first day on which a document says so"},
           {"last", CellType::kDay, "last day on which a document says so"},
           {"said", CellType::kDay, "day of this statement"},
           {"fact", text, "facts.id"},
           {"document", text, "documents.id"},
           {"page", number, ""},
           {"quote", text, "exactly as read"}},
          {}};
}

Table doubtful_table() {
  const auto text = CellType::kText;
  return {"doubtful_people",
          "people of one name that were left apart",
          {{"person", text, "people.person"},
           {"other", text, "people.person"},
           {"why", text, "other_body, other_honorific, long_apart, body_unknown"}},
          {}};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "; ") + word;
  return text;
}

void add_positions(const Person& person, Table& table) {
  std::size_t number = 0;
  for (const HeldOffice& held : person.offices) {
    ++number;
    for (const OfficialStatement* s : held.statements) {
      table.rows.add({person.id, std::to_string(number), held.title, held.organization, held.office.place, held.text,
                      name_of(held.office.tenure), held.office.one_holder ? "yes" : "", held.first, held.last, s->day,
                      s->id, s->document->id, std::to_string(s->page), s->quote});
    }
  }
}

}  // namespace

std::vector<Table> people_tables(const People& people) {
  Table persons = people_table();
  Table positions = positions_table();
  Table doubtful = doubtful_table();
  for (const Person& person : people.all) {
    persons.rows.add(
        {person.id, person.name, joined(person.names), joined(person.honorifics), std::to_string(person.sources)});
    add_positions(person, positions);
    for (const Namesake& other : person.doubtful) {
      doubtful.rows.add({person.id, people.all[other.person].id, name_of(other.why)});
    }
  }
  std::vector<Table> tables;
  tables.push_back(std::move(persons));
  tables.push_back(std::move(positions));
  tables.push_back(std::move(doubtful));
  return tables;
}

std::vector<Table> conflict_tables(const std::vector<Conflict>& conflicts) {
  const auto text = CellType::kText;
  const auto number = CellType::kNumber;
  Table table{"conflicts",
              "statements that cannot all be true",
              {{"conflict", number, ""},
               {"kind", text, ""},
               {"severity", text, "info, low, medium, high"},
               {"figures", text, ""},
               {"explanation", text, "a likely one"}},
              {}};
  Table statements{"conflict_statements",
                   "the statements of a conflict",
                   {{"conflict", number, ""},
                    {"fact", text, "facts.id"},
                    {"document", text, "documents.id"},
                    {"page", number, ""},
                    {"quote", text, "exactly as read"}},
                   {}};
  std::size_t count = 0;
  for (const Conflict& conflict : conflicts) {
    const std::string id = std::to_string(++count);
    table.rows.add({id, name_of(conflict.kind), name_of(conflict.severity), conflict.figures, conflict.explanation.en});
    for (const ConflictMember& member : conflict.members) {
      const Observation& o = *member.observation;
      statements.rows.add({id, o.id, o.document->id, std::to_string(o.page), o.quote});
    }
  }
  std::vector<Table> tables;
  tables.push_back(std::move(table));
  tables.push_back(std::move(statements));
  return tables;
}

std::vector<store::ViewDefinition> export_views() {
  const std::string by_year =
      "SELECT place, kind, what, currency, period, year, value, low, high, qualifier, why, derivation, sources, "
      "document, page, quote FROM series WHERE why IS NOT NULL AND measure = '";
  return {{"ngo_by_year", "how many organisations, the preferred value of each year and place with its proof",
           by_year + "ngo' ORDER BY place, kind, what, year"},
          {"aid_by_year", "how much aid, the preferred value of each year, place and currency with its proof",
           by_year + "aid' ORDER BY place, kind, currency, year"},
          {"officials_positions", "who had which office, and the first and last day on which documents say so",
           "SELECT q.name, p.text AS position, p.place, p.tenure, p.first, p.last, count(DISTINCT p.document) AS "
           "documents, p.person FROM positions p JOIN people q USING (person) GROUP BY p.person, p.office "
           "ORDER BY q.name, p.first"},
          {"facts_with_proof", "every fact in force with its document and all its proofs",
           "SELECT f.type, f.value, f.unit, f.of, f.place, f.period, f.name, d.title, d.publisher, d.published, "
           "d.source, e.page, e.quote, f.id FROM facts f JOIN documents d ON d.id = f.document JOIN evidence e ON "
           "e.fact = f.id WHERE f.state <> 'rejected' AND f.section <> 'related'"},
          {"open_conflicts", "contradictions with their statements, the gravest first",
           "SELECT c.severity, c.kind, c.figures, c.explanation, d.source, s.page, s.quote, s.fact FROM conflicts c "
           "JOIN conflict_statements s USING (conflict) JOIN documents d ON d.id = s.document ORDER BY c.conflict"}};
}

}  // namespace trichluc
