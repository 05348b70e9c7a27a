// Days and months in the forms that programs, forms and old papers print: ISO 8601, English, month first, a year of two
// digits, a day left to be written by hand.
#pragma once

#include "extractors/date/date_points.h"
#include "extractors/date/day_rules.h"

namespace trichluc {

class PrintedDays {
 public:
  explicit PrintedDays(const Reading& reading) : reading_(reading), tokens_(reading), days_(reading) {}

  // "2019-04-10", "2023/03/14", and "31 | 08 | 2007" in a line of its own.
  FoundDates iso(std::size_t at) const;
  // "July 30, 2015", "Sep 28th, 2023", "05 May 2011": only with a day and a year, for "may" is also to sew.
  FoundDates english(std::size_t at) const;
  FoundDates english_without_year(std::size_t at, bool day_first, const LexiconMatch& month, int day) const;
  // "Tháng Sáu 30, 2015": English order in Vietnamese words, by content systems.
  FoundDates month_first(std::size_t at) const;
  // "ngày 5/3/98": behind "ngày" alone; 45 to 99 are of the last century, 00 to 39 of this one.
  FoundDates short_year(std::size_t at) const;
  // "ngày …/11/2024": the day is written by hand, the month stands.
  FoundDates missing_day(std::size_t at) const;
  // "T7/2018".
  FoundDates short_month(std::size_t at) const;

 private:
  FoundDates barred(std::size_t at) const;
  std::optional<int> two_digits(std::size_t at) const;

  const Reading& reading_;
  DateTokens tokens_;
  DayRules days_;
};

}  // namespace trichluc
