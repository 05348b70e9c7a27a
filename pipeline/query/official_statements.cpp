#include "pipeline/query/official_statements.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "pipeline/query/effective_facts.h"

namespace trichluc {
namespace {

struct Proof {
  int page = 1;
  std::size_t start = 0, end = 0;
  std::string quote;
};
using Proofs = std::unordered_map<std::int64_t, std::vector<Proof>>;

struct Said {
  std::string day;
  CoveredTime when;
};

Said first_known(const std::vector<std::string>& days) {
  for (const std::string& day : days) {
    if (const CoveredTime when = covered_time(day); when.known()) return {day, when};
  }
  return {};
}

Proofs load_proofs(store::Database& database) {
  Proofs proofs;
  auto row = database.prepare(
      "SELECT f.fact, e.page, e.\"start\", e.\"end\", e.quote FROM facts f JOIN evidence e ON e.fact = f.fact "
      "WHERE f.type = 'official' AND f.section <> 'related' ORDER BY f.fact, e.ordinal");
  while (row.step()) {
    proofs[row.integer(0)].push_back({static_cast<int>(row.integer(1)), static_cast<std::size_t>(row.integer(2)),
                                      static_cast<std::size_t>(row.integer(3)), row.text(4)});
  }
  return proofs;
}

// The one province that a document speaks of: whose "UBND tỉnh" is meant there. Documents of several have none.
std::unordered_map<std::int64_t, std::string> load_provinces(store::Database& database) {
  std::unordered_map<std::int64_t, std::string> provinces;
  auto row = database.prepare(
      "SELECT document, min(place), count(DISTINCT place) FROM ("
      "SELECT document, place FROM effective_facts WHERE place <> 'Việt Nam' AND section <> 'related' UNION "
      "SELECT f.document, p.place FROM effective_positions p JOIN effective_facts f ON f.fact = p.fact "
      "WHERE p.place NOT IN ('', 'Việt Nam') AND f.section <> 'related') GROUP BY document");
  while (row.step()) {
    if (row.integer(2) == 1) provinces.emplace(row.integer(0), row.text(1));
  }
  return provinces;
}

// A meeting and an administrative document have their own day. Of a text that was copied the day of the copy says
// nothing: the earliest of its group does.
std::unordered_map<std::int64_t, Said> load_days(store::Database& database, const ObservedDocuments& documents) {
  std::unordered_map<std::int64_t, Said> days;
  std::map<std::string, Said> earliest;
  auto row = database.prepare(
      "SELECT document, CASE WHEN record = '' THEN NULL ELSE json_extract(record, '$.meeting.date') END, "
      "CASE WHEN record = '' THEN NULL ELSE json_extract(record, '$.header.date') END FROM documents "
      "WHERE state = 'done'");
  while (row.step()) {
    const auto found = documents.find(row.integer(0));
    if (found == documents.end()) continue;
    Said said = first_known({row.text(1), row.text(2)});
    if (said.when.known()) days[row.integer(0)] = said;
    if (!said.when.known()) said = first_known({found->second->published});
    Said& first = earliest[found->second->group];
    if (said.when.known() && (!first.when.known() || said.when.last < first.when.last)) first = said;
  }
  for (const auto& [key, document] : documents) days.emplace(key, earliest[document->group]);
  return days;
}

// The proof that names the position, where a person was named several times.
const Proof* proof_of(const OfficialStatement& statement, const Proofs& proofs, OfficeWords& words) {
  const auto found = proofs.find(statement.fact);
  if (found == proofs.end()) return nullptr;
  if (found->second.size() > 1 && !statement.title.empty()) {
    const std::string title = words.folded(statement.title);
    for (const Proof& proof : found->second) {
      if (words.folded(proof.quote).find(title) != std::string::npos) return &proof;
    }
  }
  return &found->second.front();
}

OfficialStatement statement_in(const store::Statement& row) {
  OfficialStatement statement;
  statement.fact = row.integer(0);
  statement.id = row.text(1);
  statement.confidence = row.real(3);
  int column = 4;
  for (std::string* field : {&statement.name, &statement.honorific, &statement.role, &statement.title,
                             &statement.organization, &statement.place, &statement.text}) {
    *field = row.text(column++);
  }
  return statement;
}

template <class Map>
typename Map::mapped_type value_at(const Map& map, std::int64_t key) {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type() : found->second;
}

}  // namespace

std::vector<OfficialStatement> load_official_statements(store::Database& database, OfficeWords& words) {
  const ObservedDocuments documents = load_observed_documents(database);
  const Proofs proofs = load_proofs(database);
  const auto provinces = load_provinces(database);
  const auto days = load_days(database, documents);
  const CorrectionsByFact corrections = corrections_by_fact(database);
  std::vector<OfficialStatement> statements;
  auto row = database.prepare(
      "SELECT f.fact, f.id, f.document, f.confidence, f.name, f.honorific, f.role, p.title, p.organization, p.place, "
      "p.text FROM effective_facts f LEFT JOIN effective_positions p ON p.fact = f.fact "
      "WHERE f.type = 'official' AND f.section <> 'related' ORDER BY f.document, f.ordinal, p.ordinal");
  while (row.step()) {
    const std::int64_t document = row.integer(2);
    OfficialStatement one = statement_in(row);
    one.document = value_at(documents, document);
    if (!one.document) continue;
    if (const auto found = corrections.find(one.fact); found != corrections.end()) one.corrections = found->second;
    const Said said = value_at(days, document);
    one.day = said.day;
    one.when = said.when;
    one.office = words.office(one.title, one.organization, one.place, value_at(provinces, document));
    if (const Proof* proof = proof_of(one, proofs, words)) {
      one.page = proof->page;
      one.start = proof->start;
      one.end = proof->end;
      one.quote = proof->quote;
    }
    statements.push_back(std::move(one));
  }
  return statements;
}

}  // namespace trichluc
