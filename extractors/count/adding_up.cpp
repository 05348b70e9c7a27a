#include "extractors/count/adding_up.h"

#include <algorithm>

#include "extractors/clause.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostParts = 10;
constexpr std::size_t kFarthestCounts = 6;
constexpr std::size_t kFarthestTokens = 120;

// Where the first part begins, behind "Phân theo cấp quản lý:", "trong đó:", "trong đó"; `number` where none of them
// stands before it.
std::size_t behind_opening(const Reading& reading, std::size_t number) {
  constexpr std::size_t kLongestLabel = 5;
  const Clause clause = clause_of(reading, number);
  for (std::size_t at = number; at + kLongestLabel > number && at > clause.first; --at) {
    if (reading.match_before(at, "part_words") != nullptr) return at;
  }
  const bool colon = clause.first > 1 && reading.is(clause.first - 1, ":") && number < clause.first + kLongestLabel;
  if (!colon) return number + 1;
  const Clause head = clause_of(reading, clause.first - 2);
  for (std::size_t at = head.first; at < clause.first - 1; ++at) {
    const LexiconMatch* word = reading.match_at(at, "breakdown_words");
    const bool breaks_down = word != nullptr && word->value("where") == "head" && at < head.first + 4;
    if (breaks_down || reading.match_at(at, "part_words") != nullptr) return clause.first;
  }
  return number + 1;
}

// "102 do UBND tỉnh", "18 ở huyện miền núi": the number with what sets its part apart.
bool is_said_behind(const Reading& reading, const Quantity& quantity) {
  return reading.is_any(quantity.last, {"do", "của", "thuộc", "ở", "tại", "từ"});
}

// "mới 12, chuyển tiếp 33": what sets the part apart stands before the number.
bool is_said_before(const Reading& reading, const Quantity& quantity, std::size_t from) {
  const std::size_t next = quantity.last;
  const bool ends = next >= reading.tokens().size() || next >= reading.sentence_of(quantity.first).last ||
                    reading.is_any(next, {",", ";", ".", "và", ")"});
  // "12 dự án, trong đó vốn 5, đối ứng 7", "nam 6, nữ 4" divide something else.
  if (!ends || from >= quantity.first || reading.is_any(from, {"vốn", "nam", "nữ"})) return false;
  for (std::size_t at = from; at < quantity.first; ++at) {
    if (reading.tokens()[at].kind != TokenKind::kWord) return false;
  }
  return true;
}

bool is_number_of_things(const Reading& reading, const Quantity& quantity) {
  return quantity.value && quantity.value->to_integer().value_or(0) > 0 && !reading.is_taken(quantity);
}

std::vector<const Quantity*> parts_from(const Reading& reading, const Quantity& first, std::size_t opening) {
  std::vector<const Quantity*> parts;
  const std::size_t end = reading.sentence_of(first.first).last;
  const bool behind = is_said_behind(reading, first);
  std::size_t from = opening;
  for (const Quantity* at = &first; parts.size() <= kMostParts; ++at) {
    if (at == reading.quantities().data() + reading.quantities().size() || at->first >= end) return parts;
    while (from < at->first && reading.is_any(from, {",", ";", "và", "còn"})) ++from;
    const bool listed = at == &first || !behind || reading.is_any(at->first - 1, {",", ";", "và", "còn"});
    const bool said = behind ? is_said_behind(reading, *at) : is_said_before(reading, *at, from);
    if (!listed || !said || !is_number_of_things(reading, *at)) return {};
    parts.push_back(at);
    from = at->last;
  }
  return {};
}

bool is_near(const Reading& reading, const Candidate& count, const Quantity& part) {
  const std::size_t from = part.first > kFarthestTokens ? part.first - kFarthestTokens : 0;
  return count.span.begin >= reading.tokens()[from].span.begin && count.span.end <= part.span.begin;
}

}  // namespace

AddingUp parts_that_add_up(const Reading& reading, const std::vector<Candidate>& before, const Quantity& first) {
  const std::size_t opening = behind_opening(reading, first.first);
  if (opening > first.first) return {};
  AddingUp found{parts_from(reading, first, opening), 0};
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
