// Which results would come out otherwise if they were made now: a query over the fingerprints.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/status.h"

namespace trichluc::store {

enum class Stage { kPages, kFacts };

// Rows of documents, finished ones only, in order. Part of a reading or a transaction.
std::vector<std::int64_t> stale_documents(Database& database, const Fingerprints& now, Stage stage);

// What a rerun does anew. A document is read again from its original; facts alone are made from stored pages.
struct RerunChoice {
  bool failed = false;     // pages that failed
  bool stale = false;      // what has another fingerprint than now
  std::string older_than;  // a version: what a program before it made; empty: no such choice
};
struct RerunPlan {
  std::vector<std::int64_t> pages;  // documents with pages that were taken away, to be read again
  std::vector<std::int64_t> facts;  // documents whose facts alone are made anew
  std::vector<std::string> paths;   // files that were refused, to be tried again
};
// Takes the chosen pages away and marks their documents as being read, in one transaction; a run that is killed after
// this is finished by the next ingest or rerun.
Result<RerunPlan> plan_rerun(Archive& archive, const RerunChoice& choice, const Fingerprints& now);

// "0.9.2" is before "0.10".
bool is_older(const std::string& version, const std::string& than);

}  // namespace trichluc::store
