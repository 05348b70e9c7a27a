#include "extractors/resolve/parts.h"

#include <algorithm>
#include <optional>

#include "extractors/clause.h"

namespace trichluc {
namespace {

std::size_t index_of(const Statement& statement, const std::vector<Candidate>& candidates) {
  return static_cast<std::size_t>(statement.candidate - candidates.data());
}

// "trong đó" between the two, in one sentence or the next of the same paragraph.
bool among_which(const Reading& reading, const Statement& whole, const Statement& part) {
  if (part.paragraph != whole.paragraph || part.sentence > whole.sentence + 1) return false;
  // "Trong số 490 tổ chức …, có 160 tổ chức": the whole itself is led by the words.
  const bool led = whole.first >= 2 && reading.is(whole.first - 1, "số") &&
                   (reading.is(whole.first - 2, "trong") || reading.is(whole.first - 2, "tổng"));
  if (led && part.sentence == whole.sentence && part.first >= whole.last) return true;
  // In the part's own sentence: what one sentence says of its parts does not reach into the next.
  const std::size_t from = std::max(whole.last, reading.sentences()[part.sentence].first);
  return first_match_in(reading, from, part.last, "part_words") != nullptr;
}

bool less(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b && *a < *b;
}

bool is_part_of_sum(const Reading& reading, const Statement& part, const Statement& whole) {
  const auto* small = std::get_if<AidValueFact>(&part.candidate->fact);
  const auto* large = std::get_if<AidValueFact>(&whole.candidate->fact);
  if (small == nullptr || large == nullptr || small->currency != large->currency || !less(small->amount, large->amount))
    return false;
  if (among_which(reading, whole, part)) return true;
  const bool purpose = !small->sector.empty() && large->sector.empty();
  const bool same_place = small->place == large->place || small->place.empty() || large->place == "Việt Nam";
  return purpose && !small->period.empty() && small->period == large->period && same_place;
}

bool is_part_of_count(const Reading& reading, const Statement& part, const Statement& whole) {
  const auto* small = std::get_if<CountFact>(&part.candidate->fact);
  const auto* large = std::get_if<CountFact>(&whole.candidate->fact);
  if (small == nullptr || large == nullptr || small->of != large->of || !less(small->value, large->value)) return false;
  return among_which(reading, whole, part);
}

// "45/60 tổ chức", "33 trên tổng số 41 tổ chức": the part stands right before its whole.
bool is_ratio(const Statement& part, const Statement& whole) {
  constexpr std::size_t kLongest = 3;
  const auto* small = std::get_if<CountFact>(&part.candidate->fact);
  const auto* large = std::get_if<CountFact>(&whole.candidate->fact);
  const bool apart = part.last < whole.first && whole.first - part.last <= kLongest;
  if (small == nullptr || large == nullptr || small->of != large->of || !apart || !less(small->value, large->value))
    return false;
  return part.candidate->rule == "count.part_of_whole" && part.sentence == whole.sentence;
}

// Only a sum for a purpose finds its whole in another paragraph, or behind it.
bool may_stand_far(const Statement& part) {
  const auto* sum = std::get_if<AidValueFact>(&part.candidate->fact);
  return sum != nullptr && !sum->sector.empty() && !sum->period.empty();
}

// A whole stands no more figures away than this.
constexpr std::size_t kFarthest = 200;

// Before the part the nearest whole; a total may also stand after its parts.
std::optional<std::size_t> whole_of(const Reading& reading, const std::vector<Statement>& statements,
                                    std::size_t part) {
  if (part + 1 < statements.size() && is_ratio(statements[part], statements[part + 1])) return part + 1;
  const bool far = may_stand_far(statements[part]);
  for (std::size_t w = part; w-- > 0 && part - w <= kFarthest;) {
    if (!far && statements[w].paragraph != statements[part].paragraph) break;
    if (is_part_of_sum(reading, statements[part], statements[w]) ||
        is_part_of_count(reading, statements[part], statements[w]))
      return w;
  }
  for (std::size_t w = part + 1; far && w < statements.size() && w - part <= kFarthest; ++w) {
    if (is_part_of_sum(reading, statements[part], statements[w])) return w;
  }
  return std::nullopt;
}

// The figure that a percentage divides: the last one before it, not far away.
const Statement* divided_by(const std::vector<Statement>& statements, const Candidate& share) {
  constexpr std::size_t kFarthestBytes = 400;
  auto at = std::partition_point(statements.begin(), statements.end(),
                                 [&](const Statement& s) { return s.candidate->span.begin < share.span.begin; });
  if (at == statements.begin()) return nullptr;
  --at;
  const std::size_t end = std::min(share.span.begin, at->candidate->span.end);
  return share.span.begin - end < kFarthestBytes ? &*at : nullptr;
}

}  // namespace

void resolve_parts(const Reading& reading, const std::vector<Statement>& statements,
                   std::vector<Candidate>& candidates) {
  for (std::size_t p = 0; p < statements.size(); ++p) {
    if (const auto whole = whole_of(reading, statements, p)) {
      *measure_of(statements[p].candidate->fact)->part_of = index_of(statements[*whole], candidates);
    }
  }
  for (Candidate& candidate : candidates) {
    auto* share = std::get_if<ShareFact>(&candidate.fact);
    if (share == nullptr) continue;
    if (const Statement* whole = divided_by(statements, candidate)) share->of = index_of(*whole, candidates);
  }
}

}  // namespace trichluc
