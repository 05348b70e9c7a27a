// The dates of the document itself: published, signed, in the portal's header. Ranked; each with the words that give
// it.
#pragma once

#include <vector>

#include "extractors/date/date_reader.h"
#include "extractors/extract.h"
#include "extractors/reading.h"

namespace trichluc {

// Best first; `chosen` on the one that serves as publication date. A date in a portal's header is last.
std::vector<DatedRole> read_document_dates(const Reading& reading, const std::vector<DateReading>& dates,
                                           const Hints& hints);

}  // namespace trichluc
