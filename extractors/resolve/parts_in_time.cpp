#include "extractors/resolve/parts_in_time.h"

#include <algorithm>

#include "extractors/date/calendar.h"
#include "extractors/resolve/lies_within.h"

namespace trichluc {
namespace {

constexpr std::size_t kFarthest = 12;  // figures
constexpr std::size_t kFarthestParagraph = 1;

bool is_of_years(const Period& period) {
  const auto when = parse_iso(period);
  return when && when->from.year && (when->open || (when->to && when->to->year && *when->from.year < *when->to->year));
}

bool is_within(const Period& part, const Period& whole) {
  return !part.empty() && part != whole && is_of_years(whole) && lies_within(part, whole);
}

// One of the two may leave it out.
bool agree(const std::string& a, const std::string& b, const std::string& unsaid) {
  return a == b || a == unsaid || b == unsaid;
}

bool is_part(const AidValueFact& part, const AidValueFact& whole) {
  const bool sums = part.amount && whole.amount && part.currency == whole.currency && *part.amount < *whole.amount;
  return sums && part.per.empty() && whole.per.empty() && !whole.part_of && part.place == whole.place &&
         part.certainty == whole.certainty && agree(part.stage, whole.stage, "unspecified") &&
         agree(part.donor, whole.donor, {}) && whole.sector.empty() && is_within(part.period, whole.period);
}

bool is_part(const CountFact& part, const CountFact& whole) {
  const bool counts = part.of == "project" && whole.of == "project" && part.value && whole.value;
  return counts && *part.value < *whole.value && part.per.empty() && whole.per.empty() && !whole.part_of &&
         part.place == whole.place && part.kind != Kind::kStock && whole.kind != Kind::kStock &&
         is_within(part.period, whole.period);
}

bool is_part_in_time(const Statement& part, const Statement& whole) {
  if (const auto* sum = std::get_if<AidValueFact>(&part.candidate->fact)) {
    const auto* large = std::get_if<AidValueFact>(&whole.candidate->fact);
    return large != nullptr && is_part(*sum, *large);
  }
  const auto* count = std::get_if<CountFact>(&part.candidate->fact);
  const auto* large = std::get_if<CountFact>(&whole.candidate->fact);
  return count != nullptr && large != nullptr && is_part(*count, *large);
}

}  // namespace

void join_parts_in_time(std::vector<Statement>& statements, const std::vector<Candidate>& candidates) {
  for (std::size_t p = 1; p < statements.size(); ++p) {
    std::optional<std::size_t>& part_of = *measure_of(statements[p].candidate->fact)->part_of;
    if (part_of) continue;
    for (std::size_t w = p; w-- > 0 && p - w <= kFarthest;) {
      if (statements[p].paragraph > statements[w].paragraph + kFarthestParagraph) break;
      if (!is_part_in_time(statements[p], statements[w])) continue;
      part_of = static_cast<std::size_t>(statements[w].candidate - candidates.data());
      break;
    }
  }
}

}  // namespace trichluc
