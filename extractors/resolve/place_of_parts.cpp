#include "extractors/resolve/place_of_parts.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/resolve/own_place.h"

namespace trichluc {
namespace {

using Inferences = std::vector<Inference>;

Inferences::const_iterator place_in(const Inferences& inferences) {
  return std::find_if(inferences.begin(), inferences.end(), [](const auto& each) { return each.field == "place"; });
}

// From the whole on to the end of the part's sentence: what is said there of the part's place stands.
bool is_told_beside(const Reading& reading, const Statement& part, const Candidate& whole, Span from) {
  const Sentence& sentence = reading.sentences()[part.sentence];
  const std::size_t begin = std::min(whole.span.begin, reading.tokens()[sentence.first].span.begin);
  return from.begin >= begin && from.begin < reading.tokens()[sentence.last - 1].span.end;
}

// "…, hỗ trợ các tỉnh miền Trung gần 9 triệu USD, …": a region, named between the commas around the figure, is neither
// a province nor the whole country.
bool is_for_region(const Reading& reading, const Statement& part) {
  const Clause clause = clause_of(reading, part.first);
  std::size_t first = part.first;
  while (first > clause.first && !reading.is(first - 1, ",")) --first;
  std::size_t last = part.last;
  while (last < clause.last && !reading.is(last, ",")) ++last;
  return reading.next_match(first, last, "regions") != nullptr;
}

bool may_take(const Reading& reading, const Statement& part, const Candidate& whole) {
  const Measure measure = *measure_of(part.candidate->fact);
  if (is_for_region(reading, part)) return false;
  if (measure.place->empty()) return !names_own_place(reading, clause_of(reading, part.first));
  const Inferences& inferred = part.candidate->inferred;
  const auto told = place_in(inferred);
  if (told == inferred.end() || is_told_beside(reading, part, whole, told->from)) return false;
  return !names_own_place(reading, clause_of(reading, part.first));
}

}  // namespace

void resolve_places_of_parts(const Reading& reading, std::vector<Statement>& statements,
                             std::vector<Candidate>& candidates) {
  for (Statement& part : statements) {
    const Measure measure = *measure_of(part.candidate->fact);
    if (!measure.part_of->has_value()) continue;
    Candidate& whole = candidates[**measure.part_of];
    const auto of_whole = measure_of(whole.fact);
    if (!of_whole || of_whole->place->empty() || *of_whole->place == *measure.place) continue;
    if (!of_whole->places->empty() || !may_take(reading, part, whole)) continue;
    Inferences& inferred = part.candidate->inferred;
    const auto told = place_in(inferred);
    if (told != inferred.end()) inferred.erase(told);
    const auto from = place_in(whole.inferred);
    *measure.place = *of_whole->place;
    inferred.push_back({"place", *measure.place, from != whole.inferred.end() ? from->from : whole.span});
  }
}

}  // namespace trichluc
