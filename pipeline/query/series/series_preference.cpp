#include "pipeline/query/series/series_preference.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <set>
#include <tuple>

#include "pipeline/query/agreement.h"

namespace trichluc {
namespace {

constexpr int kFarAway = 1'000'000;  // days: nobody knows when it was published

int days_of(int date) {
  using namespace std::chrono;
  const int day_of_month = std::max(1, std::min(date % 100, 28));  // the month's length does not matter here
  const auto day = year{date / 10000} / month{static_cast<unsigned>(date / 100 % 100)} /
                   std::chrono::day{static_cast<unsigned>(day_of_month)};
  return static_cast<int>(sys_days{day}.time_since_epoch().count()) + date % 100 - day_of_month;
}

int distance_in_days(const Observation& o) {
  const CoveredTime published = covered_time(o.document->published);
  if (!published.known() || !o.when.known() || o.when.shape == TimeShape::kOpen) return kFarAway;
  return std::abs(days_of(published.last) - days_of(o.when.last));
}

struct Candidate {
  std::size_t entry = 0;
  const Observation* observation = nullptr;
  std::size_t sources = 0;
  int distance = 0;
  SelfCorrections::Plainness puts_right = SelfCorrections::Plainness::kNot;

  // Greater is better, criterion by criterion.
  auto rank() const {
    return std::tuple(!observation->corrections.empty(), puts_right, is_exact(*observation), sources, -distance,
                      observation->confidence);
  }
};

std::size_t sources_that_agree(const Observation& with, const std::vector<Candidate>& all) {
  std::vector<const Observation*> agreeing;
  for (const Candidate& one : all) {
    if (agree(with, *one.observation)) agreeing.push_back(one.observation);
  }
  return independent_sources(agreeing);
}

bool same_number(const Observation& a, const Observation& b) {
  return a.value && b.value ? *a.value == *b.value && a.qualifier == b.qualifier
                            : !a.value && !b.value && a.low == b.low && a.high == b.high;
}

// Once for each number: most statements of a row repeat one.
void count_sources(std::vector<Candidate>& all) {
  std::vector<const Candidate*> counted;
  for (Candidate& one : all) {
    const auto same = std::find_if(counted.begin(), counted.end(), [&](const Candidate* other) {
      return same_number(*one.observation, *other->observation) &&
             one.observation->qualifier == other->observation->qualifier;
    });
    one.sources = same != counted.end() ? (*same)->sources : sources_that_agree(*one.observation, all);
    if (same == counted.end()) counted.push_back(&one);
  }
}

Reason first_difference(const Candidate& best, const Candidate& next) {
  const auto a = best.rank();
  const auto b = next.rank();
  if (std::get<0>(a) != std::get<0>(b)) return Reason::kCorrected;
  if (std::get<1>(a) != std::get<1>(b)) return Reason::kDocumentCorrection;
  if (std::get<2>(a) != std::get<2>(b)) return Reason::kExactOverRounded;
  if (std::get<3>(a) != std::get<3>(b)) return Reason::kMoreSources;
  if (std::get<4>(a) != std::get<4>(b)) return Reason::kNearerInTime;
  if (std::get<5>(a) != std::get<5>(b)) return Reason::kSurerReading;
  return Reason::kFirstPublished;
}

// Of what agrees with the best the most finely told: 286.2 million over 286 million.
std::size_t finest(const std::vector<Candidate>& sorted) {
  std::size_t chosen = 0;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const Observation& best = *sorted[chosen].observation;
    const Observation& other = *sorted[i].observation;
    if (!is_exact(best) || !is_exact(other) || !agree(*sorted.front().observation, other)) continue;
    if (finest_unit(*other.value) < finest_unit(*best.value)) chosen = i;
  }
  return chosen;
}

Reason reason_for(const std::vector<Candidate>& sorted, std::size_t chosen, bool has_expected, bool has_other_time) {
  const Candidate& best = sorted[chosen];
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i == chosen || same_number(*sorted[i].observation, *best.observation)) continue;
    if (i < chosen) return Reason::kExactOverRounded;
    const bool finer = agree(*sorted[i].observation, *best.observation) && is_exact(*best.observation) &&
                       sorted[i].observation->value &&
                       finest_unit(*best.observation->value) < finest_unit(*sorted[i].observation->value);
    return finer ? Reason::kExactOverRounded : first_difference(best, sorted[i]);
  }
  if (has_expected) return Reason::kFinalOverExpected;
  if (has_other_time) return Reason::kLatestInYear;
  return sorted.size() == 1 ? Reason::kOnlyValue : Reason::kAllAgree;
}

bool has_role(const SeriesRow& row, Role role) {
  return std::any_of(row.entries.begin(), row.entries.end(), [&](const SeriesEntry& e) { return e.role == role; });
}

// A stock of an earlier day of the year is another figure, no contradiction.
void set_earlier_days_aside(SeriesRow& row) {
  int latest = 0;
  for (const SeriesEntry& entry : row.entries) {
    if (entry.role == Role::kPreferred) latest = std::max(latest, entry.observation->when.last);
  }
  for (SeriesEntry& entry : row.entries) {
    if (entry.role == Role::kPreferred && entry.observation->when.last != latest) entry.role = Role::kOtherTime;
  }
}

bool say_the_same(const std::vector<Candidate>& candidates) {
  return std::all_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& one) { return agree(*one.observation, *candidates.front().observation); });
}

// Which of the candidates puts others right. Where a document tells two values in the same way ("đính chính 496 thành
// 469"), it does not say here which of them is the right one.
void look_for_corrections(std::vector<Candidate>& candidates, SelfCorrections& self_corrections) {
  if (say_the_same(candidates)) return;
  using Plainness = SelfCorrections::Plainness;
  std::vector<Candidate*> telling;
  for (Candidate& one : candidates) {
    one.puts_right = self_corrections.plainness(*one.observation);
    if (one.puts_right != Plainness::kNot) telling.push_back(&one);
  }
  std::vector<Candidate*> unclear;
  for (Candidate* a : telling) {
    const bool twice = std::any_of(telling.begin(), telling.end(), [&](const Candidate* b) {
      return a->observation->document == b->observation->document && a->puts_right == b->puts_right &&
             !agree(*a->observation, *b->observation);
    });
    if (twice) unclear.push_back(a);
  }
  for (Candidate* one : unclear) one->puts_right = Plainness::kNot;
}

std::vector<Candidate> candidates_of(const SeriesRow& row, SelfCorrections& self_corrections) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < row.entries.size(); ++i) {
    if (row.entries[i].role != Role::kPreferred) continue;
    const Observation& o = *row.entries[i].observation;
    candidates.push_back({i, &o, 0, distance_in_days(o)});
  }
  look_for_corrections(candidates, self_corrections);
  count_sources(candidates);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.rank() > b.rank(); });
  return candidates;
}

bool is_full_period(const SeriesEntry& derived, bool is_stock) {
  return is_stock || covered_time(derived.derived_period).shape == TimeShape::kYear;
}

// Marked as derived, and only where nothing was stated.
void show_derived(SeriesRow& row, bool is_stock) {
  const auto found = std::find_if(row.entries.begin(), row.entries.end(), [&](const SeriesEntry& entry) {
    return entry.role == Role::kDerived && is_full_period(entry, is_stock);
  });
  if (found == row.entries.end()) return;
  std::rotate(row.entries.begin(), found, std::next(found));
  row.reason = Reason::kOnlyDerived;
  row.sources = 1;
}

void sort_entries(SeriesRow& row) {
  std::stable_sort(row.entries.begin(), row.entries.end(),
                   [](const SeriesEntry& a, const SeriesEntry& b) { return a.role < b.role; });
}

}  // namespace

void choose_preferred(SeriesRow& row, bool is_stock, SelfCorrections& self_corrections) {
  if (is_stock) set_earlier_days_aside(row);
  const std::vector<Candidate> sorted = candidates_of(row, self_corrections);
  if (sorted.empty()) {
    sort_entries(row);
    show_derived(row, is_stock);
    return;
  }
  const std::size_t chosen = finest(sorted);
  const Candidate& best = sorted[chosen];
  row.reason = reason_for(sorted, chosen, has_role(row, Role::kExpected), has_role(row, Role::kOtherTime));
  row.sources = best.sources;
  if (!best.observation->period.empty()) row.period = best.observation->period;
  for (const Candidate& one : sorted) {
    if (one.entry == best.entry) continue;
    row.entries[one.entry].role = agree(*one.observation, *best.observation) ? Role::kAgrees : Role::kAlternative;
  }
  sort_entries(row);
}

}  // namespace trichluc
