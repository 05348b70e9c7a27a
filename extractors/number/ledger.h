// The ledger of numbers: every number of a document in digits, and every one spelled out, is accounted for by exactly
// one line. Accepted numbers come first, then what dates and legal documents hold, then what an extractor refused; what
// nobody claimed is told by the words beside it (number_kind.h). "năm" (year) and "ba" in a name are no numbers.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/date/date_reader.h"
#include "extractors/number/number_line.h"
#include "extractors/reading.h"

namespace trichluc {

// `dates`: all that were read, those that became no record too. In order of the text, never overlapping.
std::vector<NumberLine> account_for_numbers(const Reading& reading, const std::vector<Candidate>& candidates,
                                            const std::vector<DateReading>& dates,
                                            const std::vector<Rejection>& rejections);

}  // namespace trichluc
