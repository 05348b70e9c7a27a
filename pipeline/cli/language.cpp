#include "pipeline/cli/language.h"

#include <cstdio>
#include <cstdlib>

#include "pipeline/cli/terminal_text.h"

namespace trichluc::cli {

Language choose_language(const std::string& asked_for) {
  std::string name = asked_for;
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = name.empty() ? std::getenv(variable) : nullptr;
    if (value != nullptr) name = value;
  }
  return name.compare(0, 2, "vi") == 0 ? Language::kVietnamese : Language::kEnglish;
}

std::string error_line(const Error& error, Language language) {
  const std::string where = error.where.empty() ? "" : error.where + ": ";
  return "trichluc: " + on_one_line(where + in_language(error.what, language));
}

void tell(const std::string& line) {
  std::fprintf(stderr, "%s\n", line.c_str());
}

void tell_as_is(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace trichluc::cli
