// The facts of a document in an archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/record/record.h"
#include "pipeline/store/archive.h"
#include "pipeline/text/likeness.h"

namespace trichluc::store {

// Puts the facts, warnings and settled headline of a document in the place of those that were there, finds its near
// duplicates by the sketch of its text, and marks the document done: all in one transaction, after its pages.
// `fingerprint` is that of StoredPage, for facts.
Result<void> keep_facts(Archive& archive, std::int64_t document, const DocumentRecords& records,
                        const std::optional<text::Sketch>& sketch, const std::string& fingerprint);
// One more fact of the document; gives its key. Part of a transaction.
std::int64_t insert_record(Database& database, std::int64_t document, int ordinal, const Record& record);
// Takes the facts of a document away; part of a transaction. Their corrections stay, and wait for the facts to come.
void delete_facts(Database& database, std::int64_t document);

}  // namespace trichluc::store
