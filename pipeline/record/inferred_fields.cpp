#include "pipeline/record/inferred_fields.h"

#include <algorithm>
#include <iterator>

namespace trichluc {
namespace {

// A sentence or two; the paragraphs just above.
constexpr std::size_t kBeside = 400;
constexpr std::size_t kAbove = 1500;

struct Judged {
  std::string_view field;
  Distance distance;
  int seen;
  int right;
};

// Counted on the first, third, fifth … document of corpus/documents by name, that is one half of them; how often
// records are right on the other half is what tests/corpus/reliability.py asks. To count again:
// `tests/corpus/reliability.py fitted`.
constexpr Judged kJudged[] = {
    {"currency", Distance::kBeside, 109, 109}, {"currency", Distance::kAbove, 2, 2},
    {"period", Distance::kBeside, 405, 403},   {"period", Distance::kAbove, 119, 116},
    {"period", Distance::kFar, 26, 26},        {"period", Distance::kBelow, 2, 1},
    {"place", Distance::kBeside, 155, 155},    {"place", Distance::kAbove, 289, 288},
    {"place", Distance::kFar, 102, 100},       {"place", Distance::kBelow, 1, 1},
    {"positions", Distance::kBeside, 2, 2},    {"positions", Distance::kAbove, 1, 1},
    {"positions", Distance::kFar, 8, 8},       {"stage", Distance::kBeside, 84, 84},
    {"stage", Distance::kAbove, 2, 2},         {"value", Distance::kBeside, 25, 25},
    {"value", Distance::kAbove, 23, 23},       {"value", Distance::kFar, 18, 18},
};

}  // namespace

Distance distance_of(TextPlace statement, TextPlace source) {
  if (source.page > statement.page) return Distance::kBelow;
  if (source.page < statement.page) return Distance::kFar;
  if (source.start > statement.start + kBeside) return Distance::kBelow;
  if (source.start + kBeside >= statement.start) return Distance::kBeside;
  return source.start + kAbove >= statement.start ? Distance::kAbove : Distance::kFar;
}

std::string_view name_of(Distance distance) {
  switch (distance) {
    case Distance::kBeside:
      return "beside";
    case Distance::kAbove:
      return "above";
    case Distance::kFar:
      return "far";
    case Distance::kBelow:
      return "below";
  }
  return "";
}

double sure_of_inferred(std::string_view field, Distance distance) {
  const auto* found = std::find_if(std::begin(kJudged), std::end(kJudged), [&](const Judged& judged) {
    return judged.field == field && judged.distance == distance;
  });
  // Too few say nothing: as if one in twenty were wrong.
  constexpr int kFewest = 10;
  constexpr double kUnknown = 0.95;
  const bool known = found != std::end(kJudged) && found->seen >= kFewest;
  // Half a right one and half a wrong one more than were seen (Jeffreys' prior).
  return known ? (found->right + 0.5) / (found->seen + 1.0) : kUnknown;
}

}  // namespace trichluc
