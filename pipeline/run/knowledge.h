// What the program knows of the language: every table of dictionaries/vi. Loaded once, immutable, shared by all
// threads.
#pragma once

#include <filesystem>

#include "extractors/lexicon/dictionaries.h"
#include "pipeline/base/result.h"
#include "pipeline/text/page_markers.h"

namespace trichluc {

struct Knowledge {
  Dictionaries dictionaries;
  text::PageMarkers markers;
};

// `added` holds lines of the user's own (Dictionaries::load). An error names the table and its line
// (ErrorCode::kBadDictionary).
Result<Knowledge> load_knowledge(const std::filesystem::path& folder, const std::filesystem::path& added = {});

}  // namespace trichluc
