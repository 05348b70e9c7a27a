#include "extractors/resolve/cited_dates.h"

#include <algorithm>
#include <optional>
#include <variant>

namespace trichluc {
namespace {

void mark(DateReading& date, const std::optional<CalendarSpan>& when, Span citation) {
  date.cited = true;
  date.citation = citation;
  const bool same = when && when->from.month == date.when.from.month && when->from.day == date.when.from.day;
  if (same) date.cited_year = when->from.year;
}

// The dates inside the citation; they stand in the order of the text.
void mark(std::vector<DateReading>& dates, const LegalDocumentFact& document, Span citation) {
  const auto when = parse_iso(document.date);
  auto date = std::partition_point(dates.begin(), dates.end(),
                                   [&](const DateReading& each) { return each.span.begin < citation.begin; });
  for (; date != dates.end() && date->span.begin < citation.end; ++date) {
    if (citation.contains(date->span)) mark(*date, when, citation);
  }
}

}  // namespace

void mark_cited_dates(std::vector<DateReading>& dates, const std::vector<Candidate>& legal_documents) {
  for (const Candidate& candidate : legal_documents) {
    const auto* document = std::get_if<LegalDocumentFact>(&candidate.fact);
    if (document == nullptr) continue;
    mark(dates, *document, candidate.span);
    for (const Span again : candidate.restated) mark(dates, *document, again);
  }
}

}  // namespace trichluc
