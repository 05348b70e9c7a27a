#include "extractors/money/spent_of_project.h"

namespace trichluc {

const LexiconMatch* spent_of_project(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  if (first == 0 || !reading.is_any(first - 1, {"bằng", "từ"}) || !reading.is(last, "của")) return nullptr;
  if (!topic.speaks_of_aid(first)) return nullptr;
  const LexiconMatch* noun = reading.match_at(last + 1, "head_nouns");
  if (noun != nullptr && noun->value("of") == "project" && !reading.is_capital_word(noun->last)) return noun;
  // "của Quỹ", and no name behind it: the one that was named above.
  const LexiconMatch* body = reading.match_at(last + 1, "organizations");
  const bool fund = reading.is(last + 1, "quỹ") && reading.is_capital_word(last + 1);
  return body != nullptr && fund && !reading.is_capital_word(last + 2) ? body : nullptr;
}

}  // namespace trichluc
