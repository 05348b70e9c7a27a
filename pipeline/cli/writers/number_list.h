// The list of `explain --rejected`: every number of a document with the record it is in, or why it was refused.
#pragma once

#include <string>

#include "pipeline/cli/language.h"
#include "pipeline/record/record.h"

namespace trichluc::cli {

// `format`: "json", else a table.
std::string list_of_numbers(const DocumentRecords& records, const std::string& format, Language language);

}  // namespace trichluc::cli
