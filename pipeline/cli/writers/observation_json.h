// An observation as an object of JSON, with its document and its proof.
#pragma once

#include <vector>

#include "pipeline/query/observation.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {

// The members alone, so that the caller can add its own to the same object.
void write_members(JsonWriter& json, const Observation& observation);

// "corrections": [{"correction", "field", "stored", "value", "by", "why", "at"}], the key and the list.
void write_corrections(JsonWriter& json, const std::vector<AppliedCorrection>& corrections);

}  // namespace trichluc::cli
