// What a document can state, one type a kind; the fields are those of the record contract (trichluc/1). A value the
// document does not give stays empty: nothing is guessed here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "extractors/decimal.h"

namespace trichluc {

enum class Qualifier { kExact, kOver, kUnder, kAbout, kAtLeast, kUpTo };
enum class Kind { kStock, kFlow, kCumulative };
enum class Certainty { kReported, kExpected };

// ISO 8601: "2019-04-10", "2018-07", "2018", "2023-01/2023-08", "1996/2017", "2016/..", "--04-10". Empty: not stated.
using Period = std::string;

struct Change {
  bool increase = true;
  Decimal percent;
  std::string relative_to;  // a period; empty: not stated
};

struct Money {
  Decimal amount;
  std::string currency;  // ISO 4217
};

struct CountFact {
  std::string of;  // "ngo", "project", "delegate", "site", …
  std::optional<Decimal> value;
  std::optional<Decimal> low, high;  // a range: value is empty
  Qualifier qualifier = Qualifier::kExact;
  std::string
      status;  // "operating", "registered", "newly_registered", "ended", "donor", "attending", "honored", "other"
  std::optional<Kind> kind;
  Certainty certainty = Certainty::kReported;
  std::string place;
  std::vector<std::string> places;
  std::string scope;
  Period period;
  std::string per;  // "year": the value is yearly
  std::optional<Change> change;
  std::optional<std::size_t> part_of;  // index of the whole among the document's candidates
};

struct AidValueFact {
  std::optional<Decimal> amount;
  std::optional<Decimal> low, high;
  std::string currency;
  Qualifier qualifier = Qualifier::kExact;
  std::string stage = "unspecified";  // "disbursed", "committed", "received"
  std::string sector, donor, recipient;
  std::optional<Kind> kind;
  Certainty certainty = Certainty::kReported;
  std::string place;
  std::vector<std::string> places;
  std::string scope;
  Period period;
  std::string per;
  std::vector<Money> equivalent;
  std::optional<Change> change;
  std::optional<std::size_t> part_of;
};

struct ShareFact {
  Decimal percent;
  std::string label;
  std::optional<std::size_t> of;  // index of the divided fact among the document's candidates
};

struct DateFact {
  Period value;
};

struct Position {
  std::string title;         // "Phó Chủ tịch"
  std::string organization;  // "Liên hiệp các tổ chức hữu nghị Việt Nam"
  std::string place;
  std::string text;  // the expanded form, title and organisation together
};

struct OfficialFact {
  std::string name;
  std::string honorific;
  std::vector<Position> positions;
  std::string meeting_role = "mentioned";  // "chair", "speaker", "reporter", "attendee"
};

struct LegalDocumentFact {
  std::string kind;    // "Nghị định"
  std::string number;  // "58/2022/NĐ-CP"
  Period date;
  std::string issuer;
};

using Fact = std::variant<CountFact, AidValueFact, ShareFact, DateFact, OfficialFact, LegalDocumentFact>;

// The name of the kind as records carry it: "count", "aid_value", …
std::string_view type_name(const Fact& fact);

// The meeting that a document reports; see the contract.
struct Meeting {
  std::string name;
  Period date;
  std::string part_of_day;  // "morning", "afternoon", "evening"
  std::string place;
  std::string format;  // "online", "in_person", "hybrid"
  std::optional<Decimal> sites;
  std::optional<Decimal> delegates;
};

}  // namespace trichluc
