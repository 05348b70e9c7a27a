#include "extractors/resolve/statement.h"

#include <algorithm>

namespace trichluc {

std::optional<Measure> measure_of(Fact& fact) {
  if (auto* count = std::get_if<CountFact>(&fact)) {
    return Measure{&count->kind,   &count->certainty, &count->place,  &count->places,
                   &count->period, &count->change,    &count->part_of};
  }
  if (auto* aid = std::get_if<AidValueFact>(&fact)) {
    return Measure{&aid->kind, &aid->certainty, &aid->place, &aid->places, &aid->period, &aid->change, &aid->part_of};
  }
  return std::nullopt;
}

std::size_t figure_of(const Reading& reading, const Statement& statement) {
  if (statement.candidate->numbers.empty()) return statement.first;
  const auto& tokens = reading.tokens();
  const std::size_t begin = statement.candidate->numbers.front().begin;
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), begin,
                                      [](const Token& token, std::size_t at) { return token.span.end <= at; });
  const auto at = static_cast<std::size_t>(found - tokens.begin());
  const LexiconMatch* bound = reading.match_before(at, "qualifiers");
  return bound != nullptr ? bound->first : at;
}

std::vector<Statement> locate_measures(const Reading& reading, std::vector<Candidate>& candidates) {
  std::vector<Statement> out;
  const auto& tokens = reading.tokens();
  for (Candidate& candidate : candidates) {
    if (!measure_of(candidate.fact)) continue;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), candidate.span.begin,
                                        [](const Token& token, std::size_t at) { return token.span.end <= at; });
    const auto last = std::lower_bound(first, tokens.end(), candidate.span.end,
                                       [](const Token& token, std::size_t at) { return token.span.begin < at; });
    if (first == tokens.end() || last == first) continue;
    Statement statement{&candidate, static_cast<std::size_t>(first - tokens.begin()),
                        static_cast<std::size_t>(last - tokens.begin()), first->sentence, first->paragraph};
    out.push_back(statement);
  }
  std::stable_sort(out.begin(), out.end(), [](const Statement& a, const Statement& b) { return a.first < b.first; });
  return out;
}

void forget_period(Candidate& candidate) {
  measure_of(candidate.fact)->period->clear();
  std::erase_if(candidate.inferred, [](const Inference& taken) { return taken.field == "period"; });
}

void replace_period(Candidate& candidate, const Period& period, Span from) {
  forget_period(candidate);
  *measure_of(candidate.fact)->period = period;
  candidate.inferred.push_back({"period", period, from});
}

bool tells_date(const Reading& reading, std::size_t from, std::size_t to) {
  while (from < to && !reading.is_taken(from)) ++from;
  return from < to;
}

}  // namespace trichluc
