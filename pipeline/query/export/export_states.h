// What readers made of facts, for exports: whatever the type, a corrected fact says so, and one that they rejected or
// added as well. Of facts that nobody touched there is nothing here.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/query/observation.h"

namespace trichluc {

struct FactState {
  std::string document;  // documents.id
  bool rejected = false;
  bool added = false;
  std::string json;                            // the fact as in the contract, as it is in force
  std::string effective;                       // of it the fields that can be corrected, an object
  std::vector<AppliedCorrection> corrections;  // that are in force, the addition among them
};

class FactStates {
 public:
  // Within a reading of the archive.
  explicit FactStates(store::Database& database);

  // By facts.id; null where the fact is as it was read.
  const FactState* of(const std::string& id) const;
  // "stored", "corrected", "added" or "rejected".
  std::string_view name_of(const std::string& id) const;
  // Ids of those with corrections in force, in the order of documents and facts.
  const std::vector<std::string>& corrected() const { return corrected_; }

 private:
  std::unordered_map<std::string, FactState> states_;
  std::vector<std::string> corrected_;
};

}  // namespace trichluc
