// Series over the years from the observations of an archive. Nothing is added up, averaged or filled in: a row shows
// which stated value is preferred and why, and lists all others with the reason why they are not the value of the row.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/query/observation.h"
#include "pipeline/query/self_corrections.h"

namespace trichluc {

// What an observation is to its row.
enum class Role {
  kPreferred,
  kAgrees,       // says the same, as finely or more roughly
  kAlternative,  // says something else of the same
  kOtherTime,    // a stock of another day of the year
  kPartial,      // of a part of the year only
  kPart,         // of a part, sector, donor, recipient or body
  kRate,         // so much a year
  kExpected,
  kDerived,  // computed from a stated change
  kUndated,
};
std::string_view name_of(Role role);  // "preferred", "other_time", …

// Why the preferred value is it: the first criterion by which it was ahead of all others.
enum class Reason {
  kNone,  // there is no value
  kOnlyValue,
  kAllAgree,
  kCorrected,
  kDocumentCorrection,
  kFinalOverExpected,
  kExactOverRounded,
  kMoreSources,
  kNearerInTime,
  kSurerReading,
  kFirstPublished,
  kLatestInYear,
  kOnlyDerived,
};
std::string_view name_of(Reason reason);  // "exact_over_rounded", …

struct SeriesEntry {
  Role role = Role::kPreferred;
  std::shared_ptr<const Observation> observation;
  std::optional<Decimal> derived;  // kDerived: the value, rounded to whole units
  std::string derivation;          // "110000000000 / 0.75"
  std::string derived_period;      // of that value
};

struct SeriesRow {
  std::string period;                // of the preferred value as stated, else the year or the period of the row
  int year = 0;                      // by which rows are ordered; 0: not stated
  std::string status;                // of counts
  std::string group;                 // by place, donor, sector or publisher: which; else empty
  std::vector<SeriesEntry> entries;  // the preferred one first, where there is one
  Reason reason = Reason::kNone;
  std::size_t sources = 0;  // independent ones that say the preferred value

  const SeriesEntry* preferred() const {
    const bool has_value = reason != Reason::kNone && !entries.empty();
    return has_value ? &entries.front() : nullptr;
  }
};

// Between two rows something changed, so that they do not measure the same.
struct SeriesBreak {
  enum class Kind { kStatus, kBoundary, kStage };
  Kind kind = Kind::kStatus;
  std::string period;         // from here on
  std::string before, after;  // wordings; of a boundary: what the land was joined from
};
std::string_view name_of(SeriesBreak::Kind kind);

// What may stand in one line of a chart: one place, one kind, one currency.
struct SeriesBlock {
  std::string place;           // empty: not stated
  std::string now;             // --boundaries now: the place that holds this land today
  std::string kind;            // stock, flow, cumulative; empty: not stated
  bool several_years = false;  // flows over more than a year
  std::string currency;
  std::string stage;  // "committed" stands apart
  std::string what;   // of counts whose statuses are no stage of being at work: the status; of shares the label
  std::vector<SeriesRow> rows;
  std::vector<int> gaps;  // years without a value between the first and the last
  std::vector<SeriesBreak> breaks;
};

enum class SeriesBy { kYear, kPlace, kDonor, kSector, kPublisher };

struct SeriesQuestion {
  std::string measure;  // ngo, project, aid, share
  SeriesBy by = SeriesBy::kYear;
  std::vector<std::string> places;     // compared without accents and "tỉnh"; empty: all
  std::string status, kind, currency;  // empty: all (of counts all that are at work, began or ended)
  bool boundaries_now = false;
};

struct Series {
  SeriesQuestion question;
  std::vector<SeriesBlock> blocks;  // the country first, then places by name
  std::size_t left_out = 0;         // donors, attending or honoured organisations, that are another measure
};

// What a series must be made from: shares also need the figures that they divide.
ObservationChoice choice_for(const SeriesQuestion& question);

// Within a reading of the archive: where statements disagree, their pages are looked at.
Series make_series(const Observations& observations, const SeriesQuestion& question, const Dictionaries& dictionaries,
                   SelfCorrections& self_corrections);

}  // namespace trichluc
