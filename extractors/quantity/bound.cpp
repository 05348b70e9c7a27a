#include "extractors/quantity/bound.h"

namespace trichluc {
namespace {

Qualifier named(std::string_view name) {
  if (name == "over") return Qualifier::kOver;
  if (name == "under") return Qualifier::kUnder;
  if (name == "about") return Qualifier::kAbout;
  if (name == "at_least") return Qualifier::kAtLeast;
  if (name == "up_to") return Qualifier::kUpTo;
  return Qualifier::kExact;
}

}  // namespace

Bound read_bound(const Reading& reading, std::size_t first, std::size_t last) {
  Bound bound{Qualifier::kExact, first, last, nullptr};
  const std::size_t sentence = reading.tokens()[first].sentence;
  while (const LexiconMatch* word = reading.match_before(bound.first, "qualifiers")) {
    if (word->value("side") != "before" || reading.tokens()[word->first].sentence != sentence) break;
    if (bound.word == nullptr) {
      bound.word = word;
      bound.qualifier = named(word->value("qualifier"));
    }
    bound.first = word->first;
  }
  if (const LexiconMatch* after = reading.match_at(last, "qualifiers");
      after != nullptr && after->value("side") == "after") {
    bound.word = after;
    bound.qualifier = named(after->value("qualifier"));
    bound.last = after->last;
  }
  return bound;
}

}  // namespace trichluc
