// What the commands that correct share.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/base/result.h"
#include "pipeline/cli/commands.h"
#include "pipeline/store/corrections/corrections.h"

namespace trichluc::cli {

// Places and currencies that the dictionaries of the program know.
Result<store::KnownNames> known_names();

// By and why without blanks at the ends; an error where one is empty.
Result<store::Author> author_of(const CorrectionAuthor& author);

// Prints the correction's number, or tells the error; the exit code.
int tell_corrected(const Result<std::int64_t>& correction, Language language);

}  // namespace trichluc::cli
