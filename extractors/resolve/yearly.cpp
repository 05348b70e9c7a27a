#include "extractors/resolve/yearly.h"

namespace trichluc {

bool is_yearly(const Statement& statement) {
  const auto* count = std::get_if<CountFact>(&statement.candidate->fact);
  const auto* aid = std::get_if<AidValueFact>(&statement.candidate->fact);
  return (count != nullptr && !count->per.empty()) || (aid != nullptr && !aid->per.empty());
}

bool tells_own_years(const Reading& reading, const Statement& statement) {
  const Sentence& sentence = reading.sentences()[statement.sentence];
  for (std::size_t at = sentence.first; at + 1 < sentence.last; ++at) {
    const bool now = reading.is(at, "hiện") || (reading.is(at, "năm") && reading.is_any(at + 1, {"nay", "qua"}));
    if (now || reading.is(at, "hồi")) return true;
  }
  return false;
}

bool spans_years(const CalendarSpan& when) {
  return when.from.year && when.to && when.to->year && !when.open && when.from.month == 0 &&
         *when.to->year > *when.from.year;
}

}  // namespace trichluc
