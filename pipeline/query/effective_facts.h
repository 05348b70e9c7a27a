// The one place where stored facts become those that are in force. Everything that reads facts through
// load_observations() sees what this leaves.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "pipeline/query/observation.h"

namespace trichluc {

// Sets one field of an observation by its name in the record contract ("value", "period", "place", "of", "amount", …)
// and keeps what stood there in `corrections`. False where the field is unknown or the value does not fit it; the
// observation is unchanged then.
bool set_field(Observation& observation, std::string_view field, std::string_view value, const AppliedCorrection& by);

// SQL over facts f: those that must be loaded whatever was asked for, because a correction may make something else of
// them.
constexpr const char* kMayChange = "0";

// Corrected, added and rejected facts of the archive's correction layer. An archive without one is left as it is.
void apply_corrections(store::Database& database, std::vector<std::shared_ptr<Observation>>& observations);

}  // namespace trichluc
