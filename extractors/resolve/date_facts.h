// The dates that a document states, as facts: one for each distinct day, month, year or range.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/resolve/years.h"

namespace trichluc {

// "hiện nay", "cùng kỳ" and what could not be given a month or a year are no facts.
std::vector<Candidate> date_facts(const std::vector<SettledDate>& dates);

}  // namespace trichluc
