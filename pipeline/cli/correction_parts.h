// What the commands that correct share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/cli/commands.h"
#include "pipeline/query/observation.h"
#include "pipeline/store/corrections.h"

namespace trichluc::cli {

// Places and currencies that the dictionaries of the program know.
Result<store::KnownNames> known_names();

// By and why without blanks at the ends; an error where one is empty.
Result<store::Author> author_of(const CorrectionAuthor& author);

// Prints the correction's number, or tells the error; the exit code.
int tell_corrected(const Result<std::int64_t>& correction, Language language);

// "value: 496 → 486"; '' shows as "–".
std::string change_words(const std::string& field, const std::string& stored, const std::string& value);
// "value: 496 → 486 (Lan: misprint)", of several with "; " between them; empty where nothing was corrected.
std::string corrections_in_words(const std::vector<AppliedCorrection>& corrections);

}  // namespace trichluc::cli
