// Dates of cited laws ("Nghị định 58/2022/NĐ-CP ngày 31/8/2022"): facts like any other, but they tell nothing of when
// the document speaks, and they take their year from nothing but the law's own number.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/date/date_reader.h"

namespace trichluc {

void mark_cited_dates(std::vector<DateReading>& dates, const std::vector<Candidate>& legal_documents);

}  // namespace trichluc
