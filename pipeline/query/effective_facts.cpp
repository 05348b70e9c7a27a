#include "pipeline/query/effective_facts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace trichluc {
namespace {

using TextField = std::pair<std::string_view, std::string Observation::*>;
constexpr std::array<TextField, 14> kTextFields{{{"qualifier", &Observation::qualifier},
                                                 {"currency", &Observation::currency},
                                                 {"status", &Observation::status},
                                                 {"stage", &Observation::stage},
                                                 {"sector", &Observation::sector},
                                                 {"donor", &Observation::donor},
                                                 {"recipient", &Observation::recipient},
                                                 {"kind", &Observation::kind},
                                                 {"certainty", &Observation::certainty},
                                                 {"place", &Observation::place},
                                                 {"scope", &Observation::scope},
                                                 {"per", &Observation::per},
                                                 {"part_of", &Observation::part_of},
                                                 {"label", &Observation::label}}};

using NumberField = std::pair<std::string_view, std::optional<Decimal> Observation::*>;
constexpr std::array<NumberField, 5> kNumberFields{{{"value", &Observation::value},
                                                    {"amount", &Observation::value},
                                                    {"percent", &Observation::value},
                                                    {"low", &Observation::low},
                                                    {"high", &Observation::high}}};

void note(Observation& observation, std::string stored, const AppliedCorrection& by) {
  AppliedCorrection applied = by;
  applied.stored = std::move(stored);
  observation.corrections.push_back(std::move(applied));
}

bool set_text(Observation& observation, std::string& field, std::string_view value, const AppliedCorrection& by) {
  note(observation, std::exchange(field, std::string(value)), by);
  return true;
}

bool set_number(Observation& observation, std::optional<Decimal>& field, std::string_view value,
                const AppliedCorrection& by) {
  const auto number = parse_plain_decimal(value);
  if (!number && !value.empty()) return false;
  note(observation, field ? field->to_string() : "", by);
  field = number;
  return true;
}

bool set_period(Observation& observation, std::string_view value, const AppliedCorrection& by) {
  const CoveredTime when = covered_time(std::string(value));
  if (!value.empty() && !when.known()) return false;
  observation.when = when;
  return set_text(observation, observation.period, value, by);
}

}  // namespace

bool set_field(Observation& observation, std::string_view field, std::string_view value, const AppliedCorrection& by) {
  if (field == "period") return set_period(observation, value, by);
  if (field == "of" && observation.type == "count") return set_text(observation, observation.measure, value, by);
  for (const auto& [name, member] : kTextFields) {
    if (name == field) return set_text(observation, observation.*member, value, by);
  }
  for (const auto& [name, member] : kNumberFields) {
    if (name == field) return set_number(observation, observation.*member, value, by);
  }
  return false;
}

// No archive has a correction layer yet; whoever adds its tables applies them here.
void apply_corrections(store::Database& /*database*/, std::vector<std::shared_ptr<Observation>>& /*observations*/) {}

}  // namespace trichluc
