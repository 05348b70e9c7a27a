// What the searches for conflicts share; for conflicts.cpp alone.
#pragma once

#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "pipeline/query/conflicts/conflicts.h"

namespace trichluc::conflict {

using Shared = std::shared_ptr<const Observation>;

// What a figure is a figure of, but for its time: two with the same key and time speak of one thing.
std::string key_of(const Observation& observation);
std::string time_key(const CoveredTime& when);

// All figures by what and when.
class Figures {
 public:
  explicit Figures(Observations observations);

  const Observations& all() const { return all_; }
  // By key and time; only figures with a known time and a number.
  const std::unordered_map<std::string, Observations>& groups() const { return groups_; }
  Observations at(const std::string& key, const CoveredTime& when) const;
  // Null where there is no such fact.
  Shared by_id(const std::string& id) const;

 private:
  Observations all_;
  std::unordered_map<std::string, Observations> groups_;
  std::unordered_map<std::string, Shared> wholes_;  // those that others are parts of
};

Conflict make_conflict(ConflictKind kind, Severity severity, Observations members, std::string figures,
                       Message explanation);
std::string digits_of(const Observation& observation);

using Conflicts = std::vector<Conflict>;
Conflicts conflicting_values(const Figures& figures);
Conflicts stocks_told_as_flows(const Figures& figures);
Conflicts sums_that_do_not_add_up(const Figures& figures);
Conflicts changes_against_bases(const Figures& figures);

// Two holders of one office, and one person in two, by what the archive says of officials.
Conflicts offices_at_once(store::Database& database, const People& people, const OfficeWords& words);

// Takes away what a document says it corrects, and looks up how surely the rest was read.
void look_at_pages(store::Database& database, SelfCorrections& self_corrections, Conflicts& conflicts);

}  // namespace trichluc::conflict
