#include "extractors/resolve/cited_dates.h"

#include <variant>

namespace trichluc {
namespace {

void mark(DateReading& date, const LegalDocumentFact& document, Span citation) {
  if (!citation.contains(date.span)) return;
  date.cited = true;
  date.citation = citation;
  const auto when = parse_iso(document.date);
  const bool same = when && when->from.month == date.when.from.month && when->from.day == date.when.from.day;
  if (same) date.cited_year = when->from.year;
}

}  // namespace

void mark_cited_dates(std::vector<DateReading>& dates, const std::vector<Candidate>& legal_documents) {
  for (const Candidate& candidate : legal_documents) {
    const auto* document = std::get_if<LegalDocumentFact>(&candidate.fact);
    if (document == nullptr) continue;
    for (DateReading& date : dates) {
      mark(date, *document, candidate.span);
      for (const Span again : candidate.restated) mark(date, *document, again);
    }
  }
}

}  // namespace trichluc
