#include "pipeline/query/export/export_states.h"

#include "pipeline/query/effective_facts.h"
#include "pipeline/store/corrections/correction_fields.h"

namespace trichluc {
namespace {

// Rejected facts stand nowhere else with what they said.
constexpr const char* kTouched =
    "SELECT f.fact, f.id, f.type, d.id, f.json, f.rule = 'added', f.fact IN (SELECT fact FROM rejected_facts) "
    "FROM (SELECT * FROM corrected_facts UNION ALL SELECT * FROM facts WHERE fact NOT IN (SELECT fact FROM "
    "corrected_facts) AND (rule = 'added' OR fact IN (SELECT fact FROM rejected_facts))) AS f "
    "JOIN documents AS d USING (document) WHERE d.state = 'done' ORDER BY f.document, f.ordinal";

// An object of the fields of this type that a reader may set, by their names in the contract.
std::string fields_of(store::Database& database, const std::string& type, const std::string& json) {
  std::string members;
  for (const store::CorrectableField& field : store::correctable_fields(type)) {
    const std::string name(field.name);
    members += (members.empty() ? "'" : ", '") + name + "', json_extract(?1, '$." + name + "')";
  }
  auto row = database.prepare("SELECT json_object(" + members + ")");
  row.bind(json);
  return row.step() ? row.text(0) : "";
}

}  // namespace

FactStates::FactStates(store::Database& database) {
  const CorrectionsByFact corrections = corrections_by_fact(database);
  auto row = database.prepare(kTouched);
  while (row.step()) {
    FactState state;
    const std::string id = row.text(1);
    state.document = row.text(3);
    state.json = row.text(4);
    state.added = row.integer(5) != 0;
    state.rejected = row.integer(6) != 0;
    state.effective = fields_of(database, row.text(2), state.json);
    if (const auto found = corrections.find(row.integer(0)); found != corrections.end()) {
      state.corrections = found->second;
    }
    if (!state.rejected && !state.corrections.empty()) corrected_.push_back(id);
    states_.emplace(id, std::move(state));
  }
}

const FactState* FactStates::of(const std::string& id) const {
  const auto found = states_.find(id);
  return found == states_.end() ? nullptr : &found->second;
}

std::string_view FactStates::name_of(const std::string& id) const {
  const FactState* state = of(id);
  if (state == nullptr) return "stored";
  if (state->rejected) return "rejected";
  if (state->added) return "added";
  return state->corrections.empty() ? "stored" : "corrected";
}

}  // namespace trichluc
