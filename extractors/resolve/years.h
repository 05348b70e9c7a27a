// Gives dates without a year their year, each with the words it was taken from: the same day told in full elsewhere, a
// year told earlier in the paragraph, the publication date, the plan or review the document speaks of, the headline.
#pragma once

#include <vector>

#include "extractors/date/date_reader.h"
#include "extractors/resolve/context.h"

namespace trichluc {

// A date with its year settled where the document gives one.
struct SettledDate {
  DateReading date;
  std::vector<Inference> inferred;
};

std::vector<SettledDate> settle_years(const Reading& reading, const std::vector<DateReading>& dates,
                                      const DocumentContext& context);

}  // namespace trichluc
