#include "extractors/money/businesses.h"

namespace trichluc {

bool is_business(const Reading& reading, const Clause& name) {
  for (std::size_t at = name.first; at < name.last; ++at) {
    if (reading.is_any(at, {"adb", "wb", "kfw", "afd", "jica", "aiib", "imf", "bank"})) return true;
    if (reading.is_any(at, {"capital", "ventures", "holdings", "group", "investment", "corporation"})) return true;
    if (reading.is(at, "đầu") && reading.is(at + 1, "tư")) return true;
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
