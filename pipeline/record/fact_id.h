// What makes a fact the same fact: its identity in words, and the id that records carry.
#pragma once

#include <string>
#include <string_view>

#include "extractors/fact.h"
#include "pipeline/record/record.h"

namespace trichluc {

// Type, key values, place, period and what else tells two facts apart, in one line. Two statements of one document with
// the same identity are one fact. Links to other facts do not count: an id must not depend on them.
std::string fact_identity(const Fact& fact);

// 16 hexadecimal digits of the SHA-256 of document, identity and the position of the first evidence.
std::string fact_id(std::string_view document_id, const Fact& fact, const Evidence& first);

}  // namespace trichluc
