#include "pipeline/query/review.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "pipeline/query/archive_order.h"
#include "pipeline/query/conflicts/conflicts.h"
#include "pipeline/query/series/series.h"

namespace trichluc {
namespace {

constexpr double kOtherPlace = 0.6;
constexpr double kAlternative = 1.0 / 3;

double weight_of(Severity severity) {
  switch (severity) {
    case Severity::kHigh:
      return 1;
    case Severity::kMedium:
      return 0.6;
    case Severity::kLow:
      return 0.3;
    case Severity::kInfo:
      break;
  }
  return 0.1;
}

// A fact that nobody has looked at yet; the rest of it is read of the few that are shown.
struct Unseen {
  std::int64_t fact = 0, document = 0, ordinal = 0;  // document: its place
  std::string id;
  double confidence = 0, worth = 0;
};

// In the order of the archive.
std::vector<Unseen> unseen_facts(store::Database& database) {
  std::vector<Unseen> unseen;
  const DocumentPlaces places = load_document_places(database);
  auto row = database.prepare(
      "SELECT f.fact, f.document, f.ordinal, f.id, f.confidence FROM effective_facts AS f "
      "WHERE f.document IN (SELECT document FROM documents WHERE state = 'done') AND f.section <> 'related' AND "
      "f.fact NOT IN (SELECT n.fact FROM anchored AS n JOIN corrections AS c USING (correction) WHERE n.fact IS NOT "
      "NULL AND c.action IN ('correct', 'confirm', 'add'))");
  while (row.step())
    unseen.push_back({row.integer(0), places.at(row.integer(1)), row.integer(2), row.text(3), row.real(4), 0});
  sort_as_in_archive(unseen);
  return unseen;
}

// What the few facts that are shown say, and where.
class Sayings {
 public:
  explicit Sayings(store::Database& database)
      : row_(database.prepare(
            "SELECT f.type, trim(coalesce(f.value, f.low || '-' || f.high, f.name, f.legal_kind || ' ' || "
            "coalesce(f.legal_number, ''), '') || ' ' || coalesce(f.currency, f.counted, '') || ' ' || "
            "coalesce(f.status, f.label, '')), coalesce(f.place, ''), coalesce(f.period, ''), d.id, d.source, e.quote, "
            "e.page FROM effective_facts AS f JOIN documents AS d USING (document) JOIN evidence AS e ON e.fact = "
            "f.fact AND e.ordinal = 0 WHERE f.fact = ?1")) {}

  // False where there are no words to look at.
  bool add(std::int64_t fact, ReviewItem& item) {
    bool found = false;
    row_.bind(fact);
    while (row_.step()) {
      found = true;
      item.type = row_.text(0);
      item.what = row_.text(1);
      item.place = row_.text(2);
      item.period = row_.text(3);
      item.document = row_.text(4);
      item.source = row_.text(5);
      item.quote = row_.text(6);
      item.page = static_cast<int>(row_.integer(7));
    }
    return found;
  }

 private:
  store::Statement row_;
};

// What contradictions and series say of a fact.
struct Weight {
  double conflict = 0, series = 0;
  std::string conflict_kind, role;
};
using Weights = std::unordered_map<std::string, Weight>;

void weigh_conflicts(const std::vector<Conflict>& conflicts, Weights& weights) {
  for (const Conflict& conflict : conflicts) {
    for (const ConflictMember& member : conflict.members) {
      Weight& weight = weights[member.observation->id];
      if (weight_of(conflict.severity) <= weight.conflict) continue;
      weight.conflict = weight_of(conflict.severity);
      weight.conflict_kind = name_of(conflict.kind);
    }
  }
}

void weigh_row(const SeriesBlock& block, const SeriesRow& row, Weights& weights) {
  for (const SeriesEntry& entry : row.entries) {
    const bool preferred = entry.role == Role::kPreferred;
    if (!preferred && entry.role != Role::kAlternative) continue;
    const double worth = (block.place == "Việt Nam" ? 1 : kOtherPlace) * (preferred ? 1 : kAlternative);
    Weight& weight = weights[entry.observation->id];
    if (worth <= weight.series) continue;
    weight.series = worth;
    weight.role = name_of(entry.role);
  }
}

void weigh_series(const Observations& observations, const Dictionaries& dictionaries, SelfCorrections& self_corrections,
                  Weights& weights) {
  for (const char* measure : {"ngo", "project", "aid", "share"}) {
    SeriesQuestion question;
    question.measure = measure;
    const Series series = make_series(observations, question, dictionaries, self_corrections);
    for (const SeriesBlock& block : series.blocks) {
      for (const SeriesRow& row : block.rows) weigh_row(block, row, weights);
    }
  }
}

ReviewItem item_of(const Unseen& one, const Weights& weights) {
  ReviewItem item;
  item.fact = one.id;
  item.confidence = one.confidence;
  item.doubt = 1 - one.confidence;
  if (const auto found = weights.find(one.id); found != weights.end()) {
    item.conflict = found->second.conflict;
    item.series = found->second.series;
    item.conflict_kind = found->second.conflict_kind;
    item.role = found->second.role;
  }
  return item;
}

std::vector<ReviewItem> best_of(std::vector<Unseen> unseen, const Weights& weights, std::size_t limit,
                                store::Database& database) {
  for (Unseen& one : unseen) one.worth = item_of(one, weights).worth();
  std::vector<std::size_t> order(unseen.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return unseen[a].worth > unseen[b].worth; });
  Sayings sayings(database);
  std::vector<ReviewItem> items;
  for (const std::size_t i : order) {
    if (items.size() == limit) break;
    ReviewItem item = item_of(unseen[i], weights);
    if (sayings.add(unseen[i].fact, item)) items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

Result<std::vector<ReviewItem>> facts_to_review(store::Archive& archive, const Dictionaries& dictionaries,
                                                std::size_t limit) {
  std::vector<ReviewItem> items;
  const auto read = archive.read([&](store::Database& database) {
    database.execute("BEGIN");  // one state of the archive, locked once
    OfficeWords words(dictionaries);
    const Observations observations = load_observations(database, {{"ngo", "project", "aid", "share"}});
    const People people = load_people(database, words);
    Weights weights;
    SelfCorrections self_corrections(database, dictionaries);
    weigh_conflicts(find_conflicts(database, {observations, people, words, self_corrections}), weights);
    weigh_series(observations, dictionaries, self_corrections, weights);
    items = best_of(unseen_facts(database), weights, limit, database);
    database.execute("COMMIT");
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return items;
}

}  // namespace trichluc
