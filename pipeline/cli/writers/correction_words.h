// A correction in words: what stood, what stands now, who changed it and why.
#pragma once

#include <string>
#include <vector>

#include "pipeline/query/observation.h"

namespace trichluc::cli {

// "value: 496 → 486"; '' shows as "–".
std::string change_words(const std::string& field, const std::string& stored, const std::string& value);
// "value: 496 → 486 (Lan: misprint)", of several with "; " between them; empty where nothing was corrected.
std::string corrections_in_words(const std::vector<AppliedCorrection>& corrections);

}  // namespace trichluc::cli
