#include "extractors/resolve/date_facts.h"

#include <utility>

namespace trichluc {

std::vector<Candidate> date_facts(const std::vector<SettledDate>& dates) {
  std::vector<Candidate> facts;
  for (const SettledDate& settled : dates) {
    const std::string iso = to_iso(settled.date.when);
    const bool told =
        settled.date.relative == Relative::kNone || (settled.date.relative == Relative::kSamePeriod && !iso.empty());
    if (!told || iso.empty()) continue;
    Candidate candidate;
    candidate.fact = DateFact{iso};
    candidate.span = settled.date.span;
    candidate.rule = settled.date.rule;
    candidate.inferred = settled.inferred;
    if (settled.date.rule == "date.bare_year") candidate.confidence = 0.85;
    facts.push_back(std::move(candidate));
  }
  return facts;
}

}  // namespace trichluc
