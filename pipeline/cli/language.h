// The language of messages and of headings in tables. Data (JSON, CSV) are the same in every language.
#pragma once

#include <string>

#include "pipeline/base/result.h"

namespace trichluc::cli {

enum class Language { kEnglish, kVietnamese };

// "vi" or "en" as given by --lang (empty: none), else the locale of LC_ALL, LC_MESSAGES or LANG, else English.
Language choose_language(const std::string& asked_for);

inline const std::string& in_language(const Message& message, Language language) {
  return language == Language::kVietnamese ? message.vi : message.en;
}

// One line, without a line end: "trichluc: a.pdf#page 3: the file is …".
std::string error_line(const Error& error, Language language);

// Writes lines to standard error; the only place that does.
void tell(const std::string& line);
// The same without a line end, for what is written over.
void tell_as_is(const std::string& text);

}  // namespace trichluc::cli
