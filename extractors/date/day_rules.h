// Rules for days, and for stretches of time told by their two ends.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/date/date_points.h"
#include "extractors/date/date_reader.h"

namespace trichluc {

// What a rule reads at a token: nothing, one date, or several that share month or year ("ngày 13 và 14.11.2014").
using FoundDates = std::vector<DateReading>;

DateReading date_at(std::string_view rule, std::size_t first, std::size_t last, const CalendarSpan& when);

class DayRules {
 public:
  explicit DayRules(const Reading& reading) : reading_(reading), tokens_(reading) {}

  // "ngày", also with a mark lost in print, "mùng", "mồng".
  bool is_day_word(std::size_t at) const;
  // "từ ngày 28 đến 29/11/2013", "tháng 1 đến tháng 4/2021", "từ năm 2016 đến nay".
  FoundDates from_to(std::size_t at) const;
  // "hai ngày 13 và 14.11.2014" are two days, "ngày 28-29/11/2013" is one stretch.
  FoundDates listed(std::size_t at) const;
  FoundDates named(std::size_t at) const;
  // A day without "ngày"; `after_day`: "ngày 15/1 và 15/7" has just told a day.
  FoundDates bare(std::size_t at, bool after_day) const;

 private:
  struct End {
    CalendarPoint point;
    std::size_t last = 0;
    bool named = false;  // with "ngày", "tháng" or "năm"
  };
  DateReading to_unsaid_year(std::size_t at, const CalendarPoint& from, const End& to) const;
  FoundDates until_today(std::size_t at, const End& from) const;
  // How a stretch is told: joined by a dash without "từ", or begun in the year before its end's.
  enum class Stretch { kPlain, kDashed, kFromYearBefore };
  FoundDates stretch(std::size_t at, const End& from, const End& to, Stretch told) const;

  bool weekday_before(std::size_t at) const;
  bool part_of_day_before(std::size_t at) const;
  bool relative_day_before(std::size_t at) const;
  bool time_word_before(std::size_t at) const;
  bool as_of_before(std::size_t at) const;
  bool in_brackets_no_fraction(std::size_t first, const PointAt& read) const;
  bool heads_item(std::size_t first, std::size_t last) const;
  bool is_fraction(std::size_t last) const;
  bool is_count_of(std::size_t last) const;
  bool leads_to_full_day(std::size_t link) const;
  FoundDates since_new_year(std::size_t at) const;
  std::size_t until_now(std::size_t at) const;
  std::optional<End> whole_end(std::size_t at) const;
  std::optional<End> quarter_end(std::size_t at) const;
  std::optional<End> short_start(std::size_t at) const;
  bool agree(const End& from, const End& to, bool said_from) const;
  bool ends_phrase(std::size_t last) const;
  std::size_t after_part_of_day(std::size_t at) const;

  const Reading& reading_;
  DateTokens tokens_;
};

}  // namespace trichluc
