// A fact stated twice is one fact with two pieces of evidence; overlapping readings of one kind are settled here.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/reading.h"

namespace trichluc {

// Of candidates of one kind over the same words the longest stays, then the first.
std::vector<Candidate> keep_longest(std::vector<Candidate> candidates);

// Equal facts become one, the fuller statement first, the others in `restated`; own and related matter stay apart.
// Indices in part_of and ShareFact::of follow.
std::vector<Candidate> merge_equal(const Reading& reading, std::vector<Candidate> candidates);

}  // namespace trichluc
