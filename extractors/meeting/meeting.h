// The meeting that the document reports: from the sentence that announces it, and its sites and delegates from wherever
// the document's own matter tells them.
#pragma once

#include <optional>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/extract.h"
#include "extractors/fact.h"
#include "extractors/reading.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {

// `settled` holds the document's dates with their years resolved, `header` its administrative frame, `places` every
// name of a place. Empty where the document reports no meeting; reports, plans and other papers that only mention one
// report none.
std::optional<Meeting> read_meeting(const Reading& reading, const std::vector<Candidate>& settled,
                                    const std::optional<HeaderFields>& header, const std::vector<PlaceMention>& places,
                                    const std::string& home = {});

}  // namespace trichluc
