#include "pipeline/cli/writers/correction_words.h"

#include "pipeline/cli/terminal_text.h"

namespace trichluc::cli {

std::string change_words(const std::string& field, const std::string& stored, const std::string& value) {
  const auto shown = [](const std::string& words) { return words.empty() ? std::string("–") : on_one_line(words); };
  return field + ": " + shown(stored) + " → " + shown(value);
}

std::string corrections_in_words(const std::vector<AppliedCorrection>& corrections) {
  std::string words;
  for (const AppliedCorrection& c : corrections) {
    const bool whole = c.stored.empty() && c.value.empty();
    words += (words.empty() ? "" : "; ") + (whole ? c.field : change_words(c.field, c.stored, c.value)) + " (" +
             on_one_line(c.by) + ": " + on_one_line(c.why) + ")";
  }
  return words;
}

}  // namespace trichluc::cli
