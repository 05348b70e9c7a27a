// What an archive knows of a figure, as a value of its own: a count, a sum or a share with its meaning, its time, its
// document and its proof. Series, conflicts, review and export read facts through this, never from the tables, so that
// a correction is in force everywhere at once.
//
//   auto facts = load_observations(archive, {{"ngo"}});
//   for (const auto& o : *facts) … o->value …
//
// Left out: facts of side bars (section `related`), and documents that are not read to the end or were withdrawn.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extractors/decimal.h"
#include "extractors/fact.h"
#include "pipeline/base/result.h"
#include "pipeline/query/covered_time.h"
#include "pipeline/store/archive.h"

namespace trichluc {

// The document that states something. Near duplicates (a copied agency text, the scan of a report) share one `group`
// and are one source; a document that stands alone is a group of its own.
struct ObservedDocument {
  std::int64_t row = 0;  // documents.document
  std::string id;        // "sha256:…"
  std::string source, title, publisher;
  std::string published;   // ISO 8601, empty: unknown
  std::string group;       // documents.id of the group's leader
  std::int64_t place = 0;  // in the order of the archive (archive_order.h)
};

// A correction that is in force on an observation: `field` had the value `stored`.
struct AppliedCorrection {
  std::string field, stored, value, by, why, at;
  std::int64_t correction = 0;  // its number in the history
};

// Words are those of the record contract ("operating", "stock", "over", …); empty: the document does not say.
struct Observation {
  std::int64_t fact = 0;  // facts.fact
  std::string id;         // facts.id
  std::string type;       // count, aid_value, share
  std::string measure;    // of a count what is counted (ngo, project, …), else "aid" or "share"
  std::optional<Decimal> value;
  std::optional<Decimal> low, high;  // a range: value is empty
  std::string qualifier;
  std::string currency;  // of aid
  std::string status;    // of a count
  std::string stage, sector, donor, recipient;
  std::string kind;  // stock, flow, cumulative
  std::string certainty = "reported";
  std::string place;
  std::vector<std::string> places;  // where the figure is of several; the first is `place`
  std::string scope;                // a ministry, sector or body whose figure it is
  std::string period;
  CoveredTime when;     // what `period` covers
  std::string per;      // "year"
  std::string part_of;  // facts.id of the whole, of a share what it divides
  std::string label;    // of a share
  std::vector<Money> equivalent;
  std::optional<Change> change;
  double confidence = 0;
  std::string section;
  std::shared_ptr<const ObservedDocument> document;
  int page = 1;                    // of the best proof
  std::size_t start = 0, end = 0;  // code points of that page's text
  std::string quote;               // exactly as read
  std::vector<AppliedCorrection> corrections;

  bool expected() const { return certainty == "expected"; }
  // A part of something else, or a figure for one purpose, donor, recipient or body: never the total.
  bool is_partial_scope() const {
    return !part_of.empty() || !sector.empty() || !donor.empty() || !recipient.empty() || !scope.empty();
  }
};

using Observations = std::vector<std::shared_ptr<const Observation>>;

struct ObservationChoice {
  std::vector<std::string> measures;  // "ngo", "project", "aid", "share"; empty: all, other counts among them
};

// In force now: stored facts with the corrections applied, in the order of documents and facts.
Result<Observations> load_observations(store::Archive& archive, const ObservationChoice& choice);
// Within a reading of the archive.
Observations load_observations(store::Database& database, const ObservationChoice& choice);

// The documents that are read to the end, by their row. Within a reading of the archive.
using ObservedDocuments = std::unordered_map<std::int64_t, std::shared_ptr<const ObservedDocument>>;
ObservedDocuments load_observed_documents(store::Database& database);

// How many sources say it: near duplicates count once.
std::size_t independent_sources(const std::vector<const Observation*>& observations);

}  // namespace trichluc
