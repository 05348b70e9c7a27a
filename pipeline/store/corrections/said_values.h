// What a person says of a fact, field by field: do the fields belong to its type, is it enough?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/store/corrections/correction_fields.h"
#include "pipeline/store/corrections/correction_targets.h"

namespace trichluc::store {

// The value of the field of this name; empty where there is none.
std::string value_in(const std::vector<FieldValue>& values, const std::string& name);

// The values in the form in which they are kept.
Result<std::vector<FieldValue>> checked_fields(const std::string& type, const std::vector<FieldValue>& values,
                                               const KnownNames& known);

// A fact without its figure, name or date says nothing.
std::optional<Error> missing_field(const std::string& type, const std::vector<FieldValue>& values);

// What an added fact says, in the order of kSaid.
std::string said_by(const std::string& type, const std::vector<FieldValue>& values);

}  // namespace trichluc::store
