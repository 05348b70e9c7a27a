// How minutes open: "Hôm nay, hồi 8 giờ 30 ngày 28/6/2001, tại trụ sở UBND tỉnh, …", the meeting named above.
#pragma once

#include <optional>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/meeting/announcement.h"
#include "extractors/reading.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {

// Empty where the paper names no meeting above the sentence that opens it, or that sentence has no day.
std::optional<Announcement> find_opening_of_minutes(const Reading& reading, const std::vector<Candidate>& settled,
                                                    const std::vector<PlaceMention>& places);

}  // namespace trichluc
