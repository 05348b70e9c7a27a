// The anchors of a document's corrections and the facts they may stand on.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/store/corrections/anchor.h"
#include "pipeline/store/database.h"

namespace trichluc::store {

struct StoredAnchor {
  std::int64_t correction = 0;
  int ordinal = 0;
  std::string action;
  std::string type;  // of a fact; "text", "name"
  std::string root;
  int page = 1;
  TextAnchor words;
  std::string said;
  bool alone = true;
};

struct CandidateFact {
  std::int64_t fact = 0;
  std::string id, type, said;
  struct Proof {
    int page = 1;
    std::size_t start = 0, end = 0;
  };
  std::vector<Proof> proofs;
};

using PageTexts = std::map<int, std::string>;

PageTexts page_texts(Database& database, std::int64_t document);
// Of corrections in force, in the order in which they were made.
std::vector<StoredAnchor> anchors_of(Database& database, std::int64_t document);
// What the archive's facts say, the key fields joined: an SQL expression over `facts f`.
extern const char* const kSaid;
std::vector<CandidateFact> facts_of(Database& database, std::int64_t document);

// Where each of the anchors (all of them of facts) stands now: an index of `facts` by its root, at most one root a
// fact. Roots that are not there are lost.
std::map<std::string, std::size_t> assign_anchors(const std::vector<StoredAnchor>& anchors,
                                                  const std::vector<CandidateFact>& facts, const PageTexts& pages);

// Another fact of its type is proved by much the same words.
bool stands_alone(const CandidateFact& fact, const std::vector<CandidateFact>& facts);

// The share of what was said that is said again, 0 to 1.
double agreement_of(const std::string& said, const std::string& again);

}  // namespace trichluc::store
