// What people have corrected, beside the facts that are in force. Facts are read through the views of the archive
// (effective_facts, effective_documents, effective_positions in store/schema.sql), in which corrected values stand and
// rejected facts do not; this says which values those are.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "pipeline/query/observation.h"

namespace trichluc {

// The corrections that are in force on a fact, by field; of an added fact one of the field "added", of one that was
// rejected or confirmed as a whole one of "rejected" or "confirmed".
std::vector<AppliedCorrection> corrections_of(store::Database& database, std::int64_t fact);
// Those of what a document says of itself, and of the text of a page.
std::vector<AppliedCorrection> corrections_of_document(store::Database& database, std::int64_t document);
std::vector<AppliedCorrection> corrections_of_page(store::Database& database, std::int64_t document, int page);

// Those of fields, and additions, of all facts by facts.fact.
using CorrectionsByFact = std::map<std::int64_t, std::vector<AppliedCorrection>>;
CorrectionsByFact corrections_by_fact(store::Database& database);

// Notes those of fields, and additions, on all observations at once.
void apply_corrections(store::Database& database, std::vector<std::shared_ptr<Observation>>& observations);

}  // namespace trichluc
