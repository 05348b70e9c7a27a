// Figures of an archive that cannot all be true, each with its statements, a likely explanation and how much it
// matters. What only looks so is left out: a rounded and an exact figure, a part of a year or a part of the whole,
// another currency, place, day, status or stage, and what a document says it puts right ("đính chính"). Likewise
// offices that two people have at once and people who lead two bodies at once: a member is then an observation of type
// "official" whose `label` is "name: position" and whose `period` is the day on which that was said.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/query/observation.h"
#include "pipeline/query/people/person_corrections.h"
#include "pipeline/query/self_corrections.h"

namespace trichluc {

enum class ConflictKind {
  kDifferentValues,
  kPartsExceedWhole,
  kYearsAndTotal,
  kSharesExceedWhole,
  kChangeAndBase,
  kStockAsFlow,
  kScale,
  kOneDigit,
  kExpectedAndFinal,
  kTwoHolders,
  kTwoOffices,
};
std::string_view name_of(ConflictKind kind);  // "different_values", …

enum class Severity { kInfo, kLow, kMedium, kHigh };
std::string_view name_of(Severity severity);
std::optional<Severity> severity_of(std::string_view name);

// How sure the recogniser was of the digits of a statement; empty where nothing was recognised.
struct ReadingDoubt {
  std::optional<double> confidence;  // of the least sure word with a digit
  std::string repaired;              // the quote with slips mended; empty: nothing was
};

struct ConflictMember {
  std::shared_ptr<const Observation> observation;
  ReadingDoubt doubt;
};

struct Conflict {
  ConflictKind kind = ConflictKind::kDifferentValues;
  Severity severity = Severity::kMedium;
  std::vector<ConflictMember> members;  // the better founded value, the whole or the change first
  std::string figures;                  // "286000000 ≠ 268000000", "120 + 95 > 200"
  Message explanation;
};

// What contradictions are looked for in.
struct ConflictGround {
  const Observations& observations;  // of any measures; those that can contradict each other are compared
  const People& people;
  const OfficeWords& words;
  SelfCorrections& self_corrections;
};

// Most severe first, then by kind, place and period.
Result<std::vector<Conflict>> find_conflicts(store::Archive& archive, const Dictionaries& dictionaries);
// Within a reading of the archive that has loaded all this anyway.
std::vector<Conflict> find_conflicts(store::Database& database, const ConflictGround& ground);

}  // namespace trichluc
