#include "extractors/count/adding_up.h"

#include <algorithm>

#include "extractors/clause.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostParts = 10;
constexpr std::size_t kFarthestCounts = 6;
constexpr std::size_t kFarthestTokens = 120;

// "Phân theo cấp quản lý:", "b) Chia theo quốc tịch:", "trong đó:" before the colon of the number.
bool opens_breakdown(const Reading& reading, std::size_t number) {
  const Clause clause = clause_of(reading, number);
  if (clause.first != number || number < 2 || !reading.is(number - 1, ":")) return false;
  const Clause head = clause_of(reading, number - 2);
  for (std::size_t at = head.first; at < number - 1 && at < head.first + 4; ++at) {
    const LexiconMatch* word = reading.match_at(at, "breakdown_words");
    if (word != nullptr && word->value("where") == "head") return true;
    if (reading.match_at(at, "part_words") != nullptr) return true;
  }
  return false;
}

// "102 do UBND tỉnh", "14 của Hoa Kỳ", "18 ở huyện miền núi": a number with what sets its part apart.
bool is_part(const Reading& reading, const Quantity& quantity) {
  const bool whole = quantity.value && quantity.value->to_integer().value_or(0) > 0;
  return whole && !reading.is_taken(quantity) &&
         reading.is_any(quantity.last, {"do", "của", "thuộc", "ở", "tại", "từ"});
}

std::vector<const Quantity*> parts_from(const Reading& reading, const Quantity& first) {
  std::vector<const Quantity*> parts;
  const std::size_t end = reading.sentence_of(first.first).last;
  for (const Quantity* at = &first; parts.size() <= kMostParts; ++at) {
    if (at == reading.quantities().data() + reading.quantities().size() || at->first >= end) return parts;
    const bool listed = at == &first || reading.is_any(at->first - 1, {",", ";", "và", "còn"});
    if (!listed || !is_part(reading, *at)) return {};
    parts.push_back(at);
  }
  return {};
}

bool is_near(const Reading& reading, const Candidate& count, const Quantity& part) {
  const std::size_t from = part.first > kFarthestTokens ? part.first - kFarthestTokens : 0;
  return count.span.begin >= reading.tokens()[from].span.begin && count.span.end <= part.span.begin;
}

}  // namespace

AddingUp parts_that_add_up(const Reading& reading, const std::vector<Candidate>& before, const Quantity& first) {
  if (!opens_breakdown(reading, first.first)) return {};
  AddingUp found{parts_from(reading, first), 0};
  if (found.parts.size() < 2) return {};
  std::int64_t sum = 0;
  for (const Quantity* part : found.parts) sum += *part->value->to_integer();
  for (std::size_t back = 1; back <= std::min(kFarthestCounts, before.size()); ++back) {
    const auto* count = std::get_if<CountFact>(&before[before.size() - back].fact);
    const bool counted = count != nullptr && count->value && (count->of == "ngo" || count->of == "project");
    if (!counted || count->value->to_integer() != sum) continue;
    if (!is_near(reading, before[before.size() - back], first)) return {};
    found.whole = before.size() - back;
    return found;
  }
  return {};
}

}  // namespace trichluc
