// Parts and whole, years and their total, shares and 100 %. Organisations may work in several provinces and sectors, so
// counts of them are never added; each part alone may not be more than the whole.
#include <algorithm>
#include <map>

#include "pipeline/query/agreement.h"
#include "pipeline/query/conflicts/conflict_parts.h"

namespace trichluc::conflict {
namespace {

constexpr int kMostYears = 15;
constexpr std::size_t kSameSentence = 160;  // code points between shares of one enumeration
constexpr double kWhole = 100;

struct Sum {
  ValueRange range{0, 0};
  Observations parts;
  std::string figures;

  void add(const ValueRange& part, const Shared& shown) {
    range.low += part.low;
    range.high += part.high;
    figures += (parts.empty() ? "" : " + ") + digits_of(*shown);
    parts.push_back(shown);
  }
};

Observations with_parts(const Shared& whole, const Observations& parts) {
  Observations all{whole};
  all.insert(all.end(), parts.begin(), parts.end());
  return all;
}

// By what a part differs from its whole; parts of two divisions of one whole are not added.
std::string dimension_of(const Observation& part, const Observation& whole) {
  if (part.sector != whole.sector) return "sector";
  if (part.donor != whole.donor) return "donor";
  if (part.recipient != whole.recipient) return "recipient";
  if (part.place != whole.place) return "place";
  return part.status != whole.status ? "status" : "";
}

std::string label_of(const Observation& part) {
  return part.sector + '\x1f' + part.donor + '\x1f' + part.recipient + '\x1f' + part.place;
}

bool is_comparable(const Observation& part, const Observation& whole) {
  return part.measure == whole.measure && part.currency == whole.currency && part.certainty == whole.certainty &&
         part.per == whole.per &&
         (part.stage == whole.stage || part.stage == "unspecified" || whole.stage == "unspecified") &&
         (part.value || part.low) && (!part.when.known() || !whole.when.known() || whole.when.covers(part.when));
}

Conflict too_much(const Shared& whole, const Sum& sum) {
  return make_conflict(ConflictKind::kPartsExceedWhole, Severity::kHigh, with_parts(whole, sum.parts),
                       sum.figures + " > " + digits_of(*whole),
                       {"the parts are more than the whole: one of the figures is wrong, or a part belongs elsewhere",
                        "các phần cộng lại lớn hơn tổng: có số sai, hoặc có phần không thuộc tổng này"});
}

void check_parts(const Shared& whole, const Observations& parts, Conflicts& conflicts) {
  std::map<std::string, std::map<std::string, Shared>> divisions;
  for (const Shared& part : parts) {
    if (!is_comparable(*part, *whole)) continue;
    if (range_of(*part).low > range_of(*whole).high) {
      Sum alone;
      alone.add(range_of(*part), part);
      conflicts.push_back(too_much(whole, alone));
      return;
    }
    divisions[dimension_of(*part, *whole)].emplace(label_of(*part), part);
  }
  if (whole->type == "count") return;
  for (const auto& [dimension, by_label] : divisions) {
    Sum sum;
    for (const auto& [label, part] : by_label) sum.add(range_of(*part), part);
    if (!dimension.empty() && sum.range.low > range_of(*whole).high) conflicts.push_back(too_much(whole, sum));
  }
}

// What all statements of a year leave open.
std::optional<ValueRange> range_of_year(const Observations& told) {
  std::optional<ValueRange> range;
  for (const Shared& o : told) {
    if (o->expected() || o->is_partial_scope()) continue;
    const ValueRange one = range_of(*o);
    range = range ? ValueRange{std::min(range->low, one.low), std::max(range->high, one.high)} : one;
  }
  return range;
}

Observations figures_of_year(const Figures& figures, Observation like, int year) {
  const CoveredTime when = covered_time(std::to_string(year));
  Observations found;
  for (const char* kind : {"flow", ""}) {
    like.kind = kind;
    const Observations more = figures.at(key_of(like), when);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

void check_years(const Figures& figures, const Shared& total, Conflicts& conflicts) {
  const CoveredTime& when = total->when;
  const bool whole_years = when.shape == TimeShape::kYears && when.first % 10000 == 101 && when.last % 10000 == 1231;
  if (!whole_years || total->kind == "stock" || when.last_year() - when.first_year() >= kMostYears) return;
  if (total->is_partial_scope() || total->expected() || !total->per.empty()) return;
  Sum sum;
  for (int year = when.first_year(); year <= when.last_year(); ++year) {
    const Observations told = figures_of_year(figures, *total, year);
    const auto range = range_of_year(told);
    if (!range) return;
    sum.add(*range, told.front());
  }
  if (sum.range.overlaps(range_of(*total))) return;
  conflicts.push_back(make_conflict(ConflictKind::kYearsAndTotal, Severity::kMedium, with_parts(total, sum.parts),
                                    sum.figures + " ≠ " + digits_of(*total),
                                    {"the years do not add up to their total: a figure is wrong, or was revised later",
                                     "các năm cộng lại không bằng tổng: có số sai, hoặc đã được điều chỉnh sau"}));
}

void check_shares(const Shared& whole, const Observations& run, Conflicts& conflicts) {
  Sum sum;
  double rounding = 0;
  for (const Shared& share : run) {
    const double unit = std::min(finest_unit(*share->value), 1.0);
    rounding += unit / 2;
    sum.add({share->value->to_double(), share->value->to_double()}, share);
  }
  if (run.size() < 2 || sum.range.low <= kWhole + rounding) return;
  conflicts.push_back(
      make_conflict(ConflictKind::kSharesExceedWhole, Severity::kMedium,
                    whole ? with_parts(whole, sum.parts) : sum.parts, sum.figures + " > 100 %",
                    {"the shares of one whole are more than 100 %: one of them is wrong, or they overlap",
                     "các tỷ lệ của một tổng lớn hơn 100 %: có số sai, hoặc các phần chồng nhau"}));
}

// Shares of one whole that are told one after the other; those of another division stand elsewhere.
void check_divided(const Shared& whole, Observations shares, Conflicts& conflicts) {
  std::stable_sort(shares.begin(), shares.end(), [](const Shared& a, const Shared& b) {
    return std::tuple(a->page, a->start) < std::tuple(b->page, b->start);
  });
  Observations run;
  for (const Shared& share : shares) {
    const bool goes_on =
        !run.empty() && run.back()->page == share->page && share->start < run.back()->end + kSameSentence;
    if (!goes_on) {
      check_shares(whole, run, conflicts);
      run.clear();
    }
    run.push_back(share);
  }
  check_shares(whole, run, conflicts);
}

}  // namespace

Conflicts sums_that_do_not_add_up(const Figures& figures) {
  std::map<std::string, Observations> parts;
  Conflicts conflicts;
  for (const Shared& o : figures.all()) {
    if (!o->part_of.empty()) parts[o->part_of].push_back(o);
    if (o->type != "share" && o->when.shape == TimeShape::kYears) check_years(figures, o, conflicts);
  }
  for (const auto& [id, of_whole] : parts) {
    Observations shares;
    Observations others;
    for (const Shared& o : of_whole) (o->type == "share" ? shares : others).push_back(o);
    const Shared whole = figures.by_id(id);
    check_divided(whole, shares, conflicts);
    if (whole) check_parts(whole, others, conflicts);
  }
  return conflicts;
}

}  // namespace trichluc::conflict
