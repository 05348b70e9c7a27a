#include "pipeline/query/people/official_statements.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "pipeline/query/archive_order.h"
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
class Provinces {
 public:
  explicit Provinces(store::Database& database) {
    auto row = database.prepare(
        "SELECT document, place FROM effective_facts WHERE place <> 'Việt Nam' AND section <> 'related'");
    while (row.step()) note(row.integer(0), row.text(1));
  }

  void note(std::int64_t document, const std::string& place) {
    const auto [known, is_new] = places_.emplace(document, place);
    if (!is_new && known->second != place) known->second = kSeveral;
  }

  std::string of(std::int64_t document) const {
    const auto found = places_.find(document);
    return found == places_.end() || found->second == kSeveral ? "" : found->second;
  }

 private:
  static constexpr const char* kSeveral = "\x1f";  // no place is called so

  std::unordered_map<std::int64_t, std::string> places_;
};

struct StatedOffice {
  int ordinal = 0;
  std::string title, organization, place, text;
};
using StatedOffices = std::unordered_map<std::int64_t, std::vector<StatedOffice>>;

// By fact, each in the order of its statement.
StatedOffices load_positions(store::Database& database) {
  StatedOffices positions;
  auto row = database.prepare("SELECT fact, ordinal, title, organization, place, text FROM effective_positions");
  while (row.step()) {
    positions[row.integer(0)].push_back(
        {static_cast<int>(row.integer(1)), row.text(2), row.text(3), row.text(4), row.text(5)});
  }
  for (auto& [fact, of_fact] : positions) {
    std::sort(of_fact.begin(), of_fact.end(),
              [](const StatedOffice& a, const StatedOffice& b) { return a.ordinal < b.ordinal; });
  }
  return positions;
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

// A fact in force, its positions still to come.
struct NamedOfficial {
  std::int64_t document = 0, ordinal = 0;  // document: its place in the order of the archive
  OfficialStatement statement;
};

NamedOfficial official_in(const store::Statement& row, const std::shared_ptr<const ObservedDocument>& document) {
  NamedOfficial official{document->place, row.integer(3), {}};
  OfficialStatement& statement = official.statement;
  statement.document = document;
  statement.fact = row.integer(0);
  statement.id = row.text(1);
  statement.confidence = row.real(4);
  int column = 5;
  for (std::string* field : {&statement.name, &statement.honorific, &statement.role}) *field = row.text(column++);
  return official;
}

// In the order of documents and facts.
std::vector<NamedOfficial> load_officials(store::Database& database, const ObservedDocuments& documents) {
  std::vector<NamedOfficial> officials;
  auto row = database.prepare(
      "SELECT fact, id, document, ordinal, confidence, name, honorific, role FROM effective_facts "
      "WHERE type = 'official' AND section <> 'related'");
  while (row.step()) {
    const auto document = documents.find(row.integer(2));
    if (document != documents.end()) officials.push_back(official_in(row, document->second));
  }
  sort_as_in_archive(officials);
  return officials;
}

template <class Map>
typename Map::mapped_type value_at(const Map& map, std::int64_t key) {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type() : found->second;
}

// What statements are completed from.
class Completion {
 public:
  Completion(store::Database& database, OfficeWords& words)
      : documents_(load_observed_documents(database)),
        days_(load_days(database, documents_)),
        proofs_(load_proofs(database)),
        corrections_(corrections_by_fact(database)),
        words_(words) {}

  const ObservedDocuments& documents() const { return documents_; }

  OfficialStatement complete(OfficialStatement one, const StatedOffice& position, const std::string& province) {
    one.title = position.title;
    one.organization = position.organization;
    one.place = position.place;
    one.text = position.text;
    if (const auto found = corrections_.find(one.fact); found != corrections_.end()) one.corrections = found->second;
    const Said said = value_at(days_, one.document->row);
    one.day = said.day;
    one.when = said.when;
    one.office = words_.office(one.title, one.organization, one.place, province);
    if (const Proof* proof = proof_of(one, proofs_, words_)) {
      one.page = proof->page;
      one.start = proof->start;
      one.end = proof->end;
      one.quote = proof->quote;
    }
    return one;
  }

 private:
  ObservedDocuments documents_;
  std::unordered_map<std::int64_t, Said> days_;
  Proofs proofs_;
  CorrectionsByFact corrections_;
  OfficeWords& words_;
};

}  // namespace

std::vector<OfficialStatement> load_official_statements(store::Database& database, OfficeWords& words) {
  Completion completion(database, words);
  const StatedOffices positions = load_positions(database);
  Provinces provinces(database);
  std::vector<NamedOfficial> officials = load_officials(database, completion.documents());
  for (const NamedOfficial& official : officials) {
    for (const StatedOffice& position : value_at(positions, official.statement.fact)) {
      if (!position.place.empty() && position.place != "Việt Nam")
        provinces.note(official.statement.document->row, position.place);
    }
  }
  std::vector<OfficialStatement> statements;
  for (NamedOfficial& official : officials) {
    const std::string province = provinces.of(official.statement.document->row);
    std::vector<StatedOffice> held = value_at(positions, official.statement.fact);
    if (held.empty()) held.emplace_back();  // a name without an office is a statement all the same
    for (const StatedOffice& position : held) {
      statements.push_back(completion.complete(official.statement, position, province));
    }
  }
  return statements;
}

}  // namespace trichluc
