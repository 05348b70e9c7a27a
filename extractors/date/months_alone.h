// "9 tháng", "trong 8 tháng", "6 tháng vừa qua" beside the words of a report: the first months of the year where the
// document dates them ("8 tháng đầu năm 2023", "đến 30/9/2004"), else only a length of time, and none is read.
#pragma once

#include <vector>

#include "extractors/date/date_reader.h"

namespace trichluc {

// Adds them to the dates, in order of the text; each says in `year_from` which words told its year.
void add_months_alone(const Reading& reading, std::vector<DateReading>& dates);

}  // namespace trichluc
