#include "pipeline/query/people/person_corrections.h"

#include <map>
#include <string>

#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// Facts' ids by folded name, each once.
using FactsByName = std::map<std::string, std::vector<std::string>>;

FactsByName facts_by_name(const std::vector<OfficialStatement>& statements) {
  FactsByName facts;
  for (const OfficialStatement& one : statements) {
    auto& ids = facts[text::fold(one.name)];
    if (ids.empty() || ids.back() != one.id) ids.push_back(one.id);
  }
  return facts;
}

std::string name_of_fact(const std::vector<OfficialStatement>& statements, const std::string& id) {
  for (const OfficialStatement& one : statements) {
    if (one.id == id) return text::fold(one.name);
  }
  return "";
}

std::vector<std::string> side(const FactsByName& facts, const std::string& fact, const std::string& name) {
  if (!fact.empty()) return {fact};
  const auto found = facts.find(text::fold(name));
  return found == facts.end() ? std::vector<std::string>() : found->second;
}

}  // namespace

PersonLinks person_links(store::Database& database, const std::vector<OfficialStatement>& statements) {
  PersonLinks links;
  FactsByName facts;
  auto row = database.prepare("SELECT action, fact, name, other_fact, other_name FROM people_links");
  while (row.step()) {
    if (facts.empty()) facts = facts_by_name(statements);
    const std::string fact = row.text(1);
    if (row.text(0) == "split") {
      for (const std::string& other : facts[name_of_fact(statements, fact)]) {
        if (other != fact) links.apart.emplace_back(fact, other);
      }
      continue;
    }
    std::vector<std::string> one = side(facts, fact, row.text(2));
    const std::vector<std::string> other = side(facts, row.text(3), row.text(4));
    if (one.empty() || other.empty()) continue;
    const std::string first = one.front();
    one.insert(one.end(), other.begin(), other.end());
    for (const std::string& id : one) {
      if (id != first) links.same.emplace_back(first, id);
    }
  }
  return links;
}

People load_people(store::Database& database, OfficeWords& words) {
  People people;
  people.statements = load_official_statements(database, words);
  people.all = group_people(people.statements, words, person_links(database, people.statements));
  return people;
}

}  // namespace trichluc
