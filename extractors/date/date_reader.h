// Every day, month, quarter, half, year and range that the words of a document state, as far as the words go: a year
// that is not said is left open, and "năm trước" (last year) stays relative until resolve/ settles it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/date/calendar.h"
#include "extractors/reading.h"

namespace trichluc {

// What a relative date leans on.
enum class Relative {
  kNone,
  kThisYear,    // "năm nay"
  kYearBefore,  // "năm trước", "năm ngoái"
  kSamePeriod,  // "cùng kỳ": the same months of the year before
  kNow,         // "hiện nay", "đến nay", "hiện có": the document's own day
  kYearToDate,  // "từ đầu năm đến nay"
};

struct DateReading {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  Span span;
  std::string rule;  // "date.day_month_year"
  CalendarSpan when;
  Relative relative = Relative::kNone;
  bool recurring = false;         // "trước ngày 15/7 hằng năm": of every year, of none in particular
  bool cited = false;             // the date of a cited law, settled in resolve/cited_dates.h
  Span citation;                  // the words that cite it
  Span year_from;                 // the words that told the year, where it stands elsewhere (date/months_alone.h)
  std::optional<int> cited_year;  // of the law's number ("Nghị định 80/2020/NĐ-CP ngày 8-7")
  std::optional<CalendarPoint> unsaid_end;  // "từ năm 1990 đến hết tháng 8 năm nay": its end, without the year
  bool from_year_before = false;  // "từ tháng 1 năm ngoái đến tháng 6 năm nay": begins in the year before its end's
  bool as_of = false;  // "tính đến 30/6", "đến cuối năm 2021", "đến thời điểm 30/9": everything up to then
  bool until = false;  // "đến hết năm 2022", "tính đến 30/6": the day a stock holds for, the end of a flow
};

struct DateReadings {
  std::vector<DateReading> dates;  // in order of the text, never overlapping
  std::vector<Rejection> rejections;
};

DateReadings read_dates(const Reading& reading);

}  // namespace trichluc
