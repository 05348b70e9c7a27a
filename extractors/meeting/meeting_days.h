// On which days meetings are told: the announced one, and others beside it.
#pragma once

#include <string>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/meeting/announcement.h"
#include "extractors/reading.h"

namespace trichluc {

// Is the value of a date a day, or a few days in a row (ISO 8601)?
bool is_day(const std::string& value);

// Where in this stretch of the folded text that day is told.
std::vector<Span> spans_of_day(const std::string& day, Span within, const std::vector<Candidate>& settled);

// The days that are stated in this stretch.
std::vector<std::string> days_within(Span within, const std::vector<Candidate>& settled);

// The first day that is stated in the part of a sentence, with "sáng", "chiều" before it.
void take_day_within(const Reading& reading, const Sentence& part, const std::vector<Candidate>& settled,
                     Announcement& found);

// "Chiều 29/5, UBND tỉnh tiếp tục thảo luận …. Ông A chủ trì hội nghị.": gives the announcement the day that opens the
// sentence before.
void take_day_before(const Reading& reading, const Sentence& before, const std::vector<Candidate>& settled,
                     Announcement& found);

// "hồi 13 giờ 45 phút ngày …", "lúc 8h30, ngày …": the part of the day that the clock before a day tells; empty where
// no hour is said.
std::string part_by_clock(const Reading& reading, const Sentence& sentence);

// The sentence in which someone leads the meeting.
bool tells_chair(const Reading& reading, const Sentence& sentence);

}  // namespace trichluc
