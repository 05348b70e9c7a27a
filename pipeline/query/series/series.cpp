#include "pipeline/query/series/series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "pipeline/query/comparison.h"
#include "pipeline/query/series/series_notes.h"
#include "pipeline/query/series/series_preference.h"
#include "pipeline/record/json_writer.h"

namespace trichluc {
namespace {

using Shared = std::shared_ptr<const Observation>;
using ById = std::unordered_map<std::string, const Observation*>;

constexpr std::array<std::string_view, 3> kAtWork{"", "operating", "registered"};
// Organisations in another sense: who gave, who came, who was praised.
constexpr std::array<std::string_view, 4> kOtherMeasure{"donor", "attending", "honored", "other"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string kind_of(const Observation& o) {
  if (!o.kind.empty()) return o.kind;
  if (o.measure == "aid") return "flow";
  return o.measure == "ngo" && is_one_of(kAtWork, o.status) ? "stock" : "";
}

// "đến 30/11" is a day or month; "8 tháng đầu năm" is a part of the year also where a stock is told of it.
bool is_range(const Observation& o) {
  return o.period.find('/') != std::string::npos;
}

bool spans_years(const Observation& o) {
  return o.when.shape == TimeShape::kYears || o.when.shape == TimeShape::kOpen;
}

class Classifier {
 public:
  Classifier(const ById& wholes, SeriesBy by) : wholes_(wholes), by_(by) {}

  Role role_of(const Observation& o, std::string_view kind) const {
    if (o.expected()) return Role::kExpected;
    if (!o.per.empty()) return Role::kRate;
    if (is_part(o)) return Role::kPart;
    if (!o.when.known() || (kind == "stock" && o.when.shape == TimeShape::kOpen)) return Role::kUndated;
    const bool within_year = o.when.first_year() == o.when.last_year() && o.when.shape != TimeShape::kYear;
    const bool partial = kind == "stock" ? is_range(o) : kind == "flow" || kind.empty();
    return within_year && partial ? Role::kPartial : Role::kPreferred;
  }

 private:
  bool is_part(const Observation& o) const {
    if (!o.sector.empty() && by_ != SeriesBy::kSector) return true;
    if (!o.donor.empty() && by_ != SeriesBy::kDonor) return true;
    if (!o.recipient.empty() || !o.scope.empty()) return true;
    const bool of_dimension = by_ == SeriesBy::kSector || by_ == SeriesBy::kDonor;
    if (o.part_of.empty() || o.measure == "share" || of_dimension) return false;
    // A province of a national total is the whole of its own place.
    const auto whole = wholes_.find(o.part_of);
    return whole == wholes_.end() || whole->second->place == o.place;
  }

  const ById& wholes_;
  SeriesBy by_;
};

// The facts that others are parts of, by their ids.
ById wholes_of(const Observations& all) {
  ById wholes;
  for (const Shared& o : all) {
    if (!o->part_of.empty()) wholes.emplace(o->part_of, nullptr);
  }
  for (const Shared& o : all) {
    if (const auto found = wholes.find(o->id); found != wholes.end()) found->second = o.get();
  }
  for (auto whole = wholes.begin(); whole != wholes.end();) {
    whole = whole->second == nullptr ? wholes.erase(whole) : std::next(whole);
  }
  return wholes;
}

// A share has the place and time of what it divides.
Shared with_whole(const Shared& share, const ById& wholes) {
  const auto whole = wholes.find(share->part_of);
  if (whole == wholes.end()) return share;
  Observation o = *share;
  o.place = whole->second->place;
  o.period = whole->second->period;
  o.when = whole->second->when;
  o.currency = whole->second->currency;
  return std::make_shared<const Observation>(std::move(o));
}

std::string group_of(const Observation& o, SeriesBy by) {
  switch (by) {
    case SeriesBy::kYear:
      return "";
    case SeriesBy::kPlace:
      return o.place;
    case SeriesBy::kDonor:
      return o.donor;
    case SeriesBy::kSector:
      return o.sector;
    case SeriesBy::kPublisher:
      return o.document->publisher;
  }
  return "";
}

class SeriesMaker {
 public:
  SeriesMaker(const Observations& all, const SeriesQuestion& question, const Dictionaries& dictionaries,
              SelfCorrections& self_corrections)
      : question_(question),
        self_corrections_(self_corrections),
        wholes_(wholes_of(all)),
        classifier_(wholes_, question.by),
        provinces_(dictionaries.table("provinces")) {
    series_.question = question;
    for (const std::string& place : question.places) places_.push_back(query::comparable_place(place));
    for (const Shared& o : all) {
      if (o->measure == question.measure) take(o->measure == "share" ? with_whole(o, wholes_) : o);
    }
  }

  Series finish() {
    for (auto& [key, entry] : blocks_) {
      SeriesBlock& block = entry.block;
      for (auto& [row_key, row] : entry.rows) {
        choose_preferred(row, block.kind == "stock", self_corrections_);
        block.rows.push_back(std::move(row));
      }
      note_gaps_and_breaks(block, question_.by == SeriesBy::kYear, provinces_);
      series_.blocks.push_back(std::move(block));
    }
    return std::move(series_);
  }

 private:
  // Country first, unknown place last; stocks, flows, then sums over several years.
  using BlockKey = std::tuple<int, std::string, std::string, std::string, std::string, bool, std::string, std::string>;
  using RowKey = std::tuple<std::string, int, std::string, std::string, std::string>;
  struct Entry {
    SeriesBlock block;
    std::map<RowKey, SeriesRow> rows;
  };

  bool is_asked(const Observation& o, const std::string& kind) {
    if (!question_.kind.empty() && kind != question_.kind) return false;
    if (!question_.currency.empty() && o.currency != question_.currency) return false;
    if (!places_.empty() && !is_asked_place(o)) return false;
    if (question_.by == SeriesBy::kDonor && o.donor.empty()) return false;
    if (question_.by == SeriesBy::kSector && o.sector.empty()) return false;
    if (question_.status == "all" || o.type != "count") return true;
    if (!question_.status.empty()) return o.status == question_.status;
    const bool other = is_one_of(kOtherMeasure, o.status);
    series_.left_out += other ? 1 : 0;
    return !other;
  }

  bool is_asked_place(const Observation& o) const {
    const auto named = [&](const std::string& place) {
      return std::find(places_.begin(), places_.end(), query::comparable_place(place)) != places_.end();
    };
    return named(o.place) || (question_.boundaries_now && named(now(o.place)));
  }

  std::string now(const std::string& place) const {
    return provinces_.holder(place, CalendarSpan{{kLastKnownYear, 12, 31}, std::nullopt, false});
  }

  void take(const Shared& shared) {
    const Observation& o = *shared;
    const std::string kind = kind_of(o);
    if (!is_asked(o, kind)) return;
    const Role role = classifier_.role_of(o, kind);
    Entry& entry = block_for(o, kind, role);
    row_for(entry, o, o.when, role).entries.push_back({role, shared, std::nullopt, "", ""});
    if (o.change && o.value && (role == Role::kPreferred || role == Role::kPartial)) derive(entry, shared, kind);
  }

  Entry& block_for(const Observation& o, const std::string& kind, Role role) {
    SeriesBlock block;
    block.place = question_.by == SeriesBy::kPlace ? "" : o.place;
    block.now = question_.boundaries_now && !o.place.empty() ? now(o.place) : "";
    block.kind = kind;
    block.several_years = kind != "stock" && role != Role::kUndated && spans_years(o);
    block.currency = o.currency;
    block.stage = o.stage == "committed" ? o.stage : "";
    if (o.measure == "share") block.what = o.label;
    if (o.type == "count" && !is_one_of(kAtWork, o.status)) block.what = o.status;
    const std::string& sorted_place = block.now.empty() ? block.place : block.now;
    const int rank = sorted_place == "Việt Nam" ? 0 : sorted_place.empty() && question_.by != SeriesBy::kPlace ? 2 : 1;
    const std::string kind_rank = kind == "stock" ? "0" : kind == "flow" ? "1" : kind == "cumulative" ? "2" : "3";
    const BlockKey key{rank,        sorted_place,        block.place,    block.what + '\t' + kind_rank,
                       block.stage, block.several_years, block.currency, kind};
    return blocks_.try_emplace(key, Entry{block, {}}).first->second;
  }

  SeriesRow& row_for(Entry& entry, const Observation& o, const CoveredTime& when, Role role) {
    const bool own_period = entry.block.several_years || entry.block.kind == "cumulative";
    const int year = role == Role::kUndated || !when.known() ? 0
                     : when.shape == TimeShape::kOpen        ? when.first_year()
                                                             : when.last_year();
    const std::string group = group_of(o, question_.by);
    const std::string period = own_period && year != 0 ? o.period : "";
    const std::string status = entry.block.what.empty() && o.type == "count" ? o.status : "";
    const bool by_group = question_.by != SeriesBy::kPlace;
    const RowKey key{by_group ? group : "", year == 0 ? kAfterAllYears : year, period, status, by_group ? "" : group};
    SeriesRow& row = entry.rows[key];
    row.year = year;
    row.status = o.type == "count" ? o.status : "";
    row.group = group;
    if (row.period.empty()) row.period = !period.empty() ? period : year == 0 ? "" : std::to_string(year);
    return row;
  }

  // "110 tỷ đồng, giảm 25%": the year before it were 110 / 0.75, says arithmetic and no document.
  void derive(Entry& entry, const Shared& o, const std::string& kind) {
    const std::string base = o->change->relative_to.empty() ? year_before(o->period) : o->change->relative_to;
    const CoveredTime when = covered_time(base);
    const double factor = 1 + (o->change->increase ? 1 : -1) * o->change->percent.to_double() / 100;
    if (!when.known() || factor <= 0 || kind == "cumulative" || entry.block.several_years) return;
    const double value = o->value->to_double() / factor;
    if (!(value < kMostWhole)) return;
    SeriesEntry derived{Role::kDerived, o, Decimal{std::llround(value), 0},
                        o->value->to_string() + " / " + rounded(factor, 6), base};
    row_for(entry, *o, when, Role::kDerived).entries.push_back(std::move(derived));
  }

  static constexpr int kLastKnownYear = 2099;  // the register's units that have no end go on
  static constexpr int kAfterAllYears = 9999;
  static constexpr double kMostWhole = 9e18;

  SeriesQuestion question_;
  SelfCorrections& self_corrections_;
  ById wholes_;
  Classifier classifier_;
  ProvinceRegister provinces_;
  std::vector<std::string> places_;
  std::map<BlockKey, Entry> blocks_;
  Series series_;
};

}  // namespace

ObservationChoice choice_for(const SeriesQuestion& question) {
  if (question.measure == "share") return {};
  return {{question.measure}};
}

Series make_series(const Observations& observations, const SeriesQuestion& question, const Dictionaries& dictionaries,
                   SelfCorrections& self_corrections) {
  return SeriesMaker(observations, question, dictionaries, self_corrections).finish();
}

}  // namespace trichluc
