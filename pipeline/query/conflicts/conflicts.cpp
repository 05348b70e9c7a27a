#include "pipeline/query/conflicts/conflicts.h"

#include <algorithm>
#include <iterator>

#include "pipeline/query/conflicts/conflict_parts.h"

namespace trichluc {
namespace conflict {
namespace {

// A stage that is not told may be any: it is compared with its like alone.
std::string_view stage_of(const Observation& o) {
  return o.stage == "unspecified" ? std::string_view() : o.stage;
}

}  // namespace

std::string key_of(const Observation& o) {
  std::string key = o.type;
  for (const std::string_view field :
       std::initializer_list<std::string_view>{o.measure, o.status, o.kind, o.currency, stage_of(o), o.place, o.sector,
                                               o.donor, o.recipient, o.scope, o.per, o.label}) {
    key += '\x1f';
    key += field;
  }
  for (std::size_t i = 1; i < o.places.size(); ++i) key += '\x1e' + o.places[i];
  return key;
}

std::string time_key(const CoveredTime& when) {
  return std::to_string(when.first) + "-" + std::to_string(when.last);
}

Figures::Figures(Observations observations) : all_(std::move(observations)) {
  for (const Shared& o : all_) {
    if (!o->part_of.empty()) wholes_.emplace(o->part_of, nullptr);
    if (o->when.known() && (o->value || o->low || o->high))
      groups_[key_of(*o) + '\x1d' + time_key(o->when)].push_back(o);
  }
  for (const Shared& o : all_) {
    if (const auto found = wholes_.find(o->id); found != wholes_.end()) found->second = o;
  }
}

Observations Figures::at(const std::string& key, const CoveredTime& when) const {
  const auto found = groups_.find(key + '\x1d' + time_key(when));
  return found == groups_.end() ? Observations() : found->second;
}

Shared Figures::by_id(const std::string& id) const {
  const auto found = wholes_.find(id);
  return found == wholes_.end() ? nullptr : found->second;
}

Conflict make_conflict(ConflictKind kind, Severity severity, Observations members, std::string figures,
                       Message explanation) {
  Conflict conflict{kind, severity, {}, std::move(figures), std::move(explanation)};
  for (Shared& member : members) conflict.members.push_back({std::move(member), {}});
  return conflict;
}

std::string digits_of(const Observation& o) {
  if (o.value) return o.value->to_string();
  return (o.low ? o.low->to_string() : "") + "–" + (o.high ? o.high->to_string() : "");
}

}  // namespace conflict

namespace {

std::vector<std::string> measures_compared() {
  return {"ngo", "project", "aid", "share"};
}

Observations compared(const Observations& all) {
  const std::vector<std::string> measures = measures_compared();
  Observations some;
  std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const auto& o) {
    return std::find(measures.begin(), measures.end(), o->measure) != measures.end();
  });
  return some;
}

}  // namespace

std::string_view name_of(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::kDifferentValues:
      return "different_values";
    case ConflictKind::kPartsExceedWhole:
      return "parts_exceed_whole";
    case ConflictKind::kYearsAndTotal:
      return "years_and_total";
    case ConflictKind::kSharesExceedWhole:
      return "shares_exceed_whole";
    case ConflictKind::kChangeAndBase:
      return "change_and_base";
    case ConflictKind::kStockAsFlow:
      return "stock_as_flow";
    case ConflictKind::kScale:
      return "scale";
    case ConflictKind::kOneDigit:
      return "one_digit";
    case ConflictKind::kExpectedAndFinal:
      return "expected_and_final";
    case ConflictKind::kTwoHolders:
      return "two_holders";
    case ConflictKind::kTwoOffices:
      return "two_offices";
  }
  return "";
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kLow:
      return "low";
    case Severity::kMedium:
      return "medium";
    case Severity::kHigh:
      return "high";
  }
  return "";
}

std::optional<Severity> severity_of(std::string_view name) {
  for (const Severity severity : {Severity::kInfo, Severity::kLow, Severity::kMedium, Severity::kHigh}) {
    if (name_of(severity) == name) return severity;
  }
  return std::nullopt;
}

Result<std::vector<Conflict>> find_conflicts(store::Archive& archive, const Dictionaries& dictionaries) {
  std::vector<Conflict> conflicts;
  const auto done = archive.read([&](store::Database& database) {
    database.execute("BEGIN");  // one state of the archive, locked once
    OfficeWords words(dictionaries);
    const Observations observations = load_observations(database, {measures_compared()});
    const People people = load_people(database, words);
    SelfCorrections self_corrections(database, dictionaries);
    conflicts = find_conflicts(database, {observations, people, words, self_corrections});
    database.execute("COMMIT");
  });
  if (!done) return tl::unexpected<Error>(done.error());
  return conflicts;
}

std::vector<Conflict> find_conflicts(store::Database& database, const ConflictGround& ground) {
  const conflict::Figures figures(compared(ground.observations));
  std::vector<Conflict> conflicts;
  for (auto* search : {conflict::conflicting_values, conflict::stocks_told_as_flows, conflict::sums_that_do_not_add_up,
                       conflict::changes_against_bases}) {
    auto found = search(figures);
    conflicts.insert(conflicts.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  auto offices = conflict::offices_at_once(database, ground.people, ground.words);
  conflicts.insert(conflicts.end(), std::make_move_iterator(offices.begin()), std::make_move_iterator(offices.end()));
  conflict::look_at_pages(database, ground.self_corrections, conflicts);
  std::stable_sort(conflicts.begin(), conflicts.end(), [](const Conflict& a, const Conflict& b) {
    const Observation& x = *a.members.front().observation;
    const Observation& y = *b.members.front().observation;
    return a.severity != b.severity ? a.severity > b.severity
                                    : std::tie(a.kind, x.place, x.when.last, x.id, a.figures) <
                                          std::tie(b.kind, y.place, y.when.last, y.id, b.figures);
  });
  return conflicts;
}

}  // namespace trichluc
