// The facts of a document in an archive.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/record/record.h"
#include "pipeline/store/archive.h"

namespace trichluc::store {

// Puts the facts, warnings and settled headline of a document in the place of those that were there, and marks the
// document done: all in one transaction, after its pages. `fingerprint` is that of StoredPage, for facts.
Result<void> keep_facts(Archive& archive, std::int64_t document, const DocumentRecords& records,
                        const std::string& fingerprint);
// Takes the facts of a document away; part of a transaction.
void delete_facts(Database& database, std::int64_t document);

}  // namespace trichluc::store
