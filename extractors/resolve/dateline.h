// The day that a dispatch opens with.
#pragma once

#include <optional>
#include <vector>

#include "extractors/date/date_reader.h"
#include "extractors/reading.h"
#include "extractors/resolve/context.h"

namespace trichluc {

// "BPO - Sáng 25-12, UBND tỉnh …": where nothing else dates the document, the day its first sentence begins with; empty
// where that day is one of long ago.
std::optional<Told<CalendarPoint>> dateline(const Reading& reading, const std::vector<DateReading>& dates);

}  // namespace trichluc
