// An observation as an object of JSON, with its document and its proof.
#pragma once

#include "pipeline/query/observation.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {

// The members alone, so that the caller can add its own to the same object.
void write_members(JsonWriter& json, const Observation& observation);

}  // namespace trichluc::cli
