#include "extractors/money/businesses.h"

namespace trichluc {

bool is_business(const Reading& reading, const Clause& name) {
  for (std::size_t at = name.first; at < name.last; ++at) {
    if (reading.match_at(at, "businesses") != nullptr) return true;
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if (cue != nullptr && cue->value("verdict") == "firm") return true;
  }
  return false;
}

bool is_state(const Reading& reading, const Clause& name) {
  return reading.is_any(name.first, {"chính", "bộ", "eu", "liên", "quốc", "cơ"}) &&
         !reading.is(name.first + 1, "hợp") && !reading.is(name.first + 1, "hiệp");
}

}  // namespace trichluc
