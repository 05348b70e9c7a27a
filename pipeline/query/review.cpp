#include "pipeline/query/review.h"

#include <algorithm>
#include <unordered_map>

#include "pipeline/query/conflicts.h"
#include "pipeline/query/series.h"

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

// Every fact that nobody has looked at yet.
std::vector<ReviewItem> unseen_facts(store::Database& database) {
  std::vector<ReviewItem> items;
  auto row = database.prepare(
      "SELECT f.id, f.type, trim(coalesce(f.value, f.low || '-' || f.high, f.name, f.legal_kind || ' ' || "
      "coalesce(f.legal_number, ''), '') || ' ' || coalesce(f.currency, f.counted, '') || ' ' || coalesce(f.status, "
      "f.label, "
      "'')), coalesce(f.place, ''), coalesce(f.period, ''), d.id, d.source, e.quote, e.page, f.confidence "
      "FROM effective_facts AS f JOIN documents AS d USING (document) JOIN evidence AS e ON e.fact = f.fact AND "
      "e.ordinal = 0 WHERE d.state = 'done' AND f.section <> 'related' AND f.fact NOT IN (SELECT n.fact FROM anchored "
      "AS n JOIN corrections AS c USING (correction) WHERE n.fact IS NOT NULL AND c.action IN ('correct', 'confirm', "
      "'add')) "
      "ORDER BY f.document, f.ordinal");
  while (row.step()) {
    ReviewItem item;
    item.fact = row.text(0);
    item.type = row.text(1);
    item.what = row.text(2);
    item.place = row.text(3);
    item.period = row.text(4);
    item.document = row.text(5);
    item.source = row.text(6);
    item.quote = row.text(7);
    item.page = static_cast<int>(row.integer(8));
    item.confidence = row.real(9);
    item.doubt = 1 - item.confidence;
    items.push_back(std::move(item));
  }
  return items;
}

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

void weigh_series(const Observations& observations, const Dictionaries& dictionaries, Weights& weights) {
  for (const char* measure : {"ngo", "project", "aid", "share"}) {
    SeriesQuestion question;
    question.measure = measure;
    const Series series = make_series(observations, question, dictionaries);
    for (const SeriesBlock& block : series.blocks) {
      for (const SeriesRow& row : block.rows) weigh_row(block, row, weights);
    }
  }
}

}  // namespace

Result<std::vector<ReviewItem>> facts_to_review(store::Archive& archive, const Dictionaries& dictionaries,
                                                std::size_t limit) {
  const auto conflicts = find_conflicts(archive, dictionaries);
  if (!conflicts) return tl::unexpected<Error>(conflicts.error());
  const auto observations = load_observations(archive, {{"ngo", "project", "aid", "share"}});
  if (!observations) return tl::unexpected<Error>(observations.error());
  Weights weights;
  weigh_conflicts(*conflicts, weights);
  weigh_series(*observations, dictionaries, weights);
  std::vector<ReviewItem> items;
  const auto read = archive.read([&](store::Database& database) { items = unseen_facts(database); });
  if (!read) return tl::unexpected<Error>(read.error());
  for (ReviewItem& item : items) {
    const auto found = weights.find(item.fact);
    if (found == weights.end()) continue;
    item.conflict = found->second.conflict;
    item.series = found->second.series;
    item.conflict_kind = found->second.conflict_kind;
    item.role = found->second.role;
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const ReviewItem& a, const ReviewItem& b) { return a.worth() > b.worth(); });
  if (items.size() > limit) items.resize(limit);
  return items;
}

}  // namespace trichluc
