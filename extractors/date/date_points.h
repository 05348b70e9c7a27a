// The small parts of dates: a day, a month, a year, a time of day at a token, in digits with any of the usual marks
// between, or in words.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/date/calendar.h"
#include "extractors/reading.h"

namespace trichluc {

// A point read at a token, and one past its last token.
struct PointAt {
  CalendarPoint point;
  std::size_t last = 0;
};

// A number read at a token, and one past its last token.
struct NumberAt {
  int value = 0;
  std::size_t last = 0;
};

// Reads tokens of one paragraph without ever leaving it.
class DateTokens {
 public:
  explicit DateTokens(const Reading& reading) : reading_(reading) {}

  bool is(std::size_t at, std::string_view word) const;
  bool is_any(std::size_t at, std::initializer_list<std::string_view> words) const;
  bool inside(std::size_t at, std::size_t of) const;
  bool word_before(std::size_t at, std::string_view word) const;  // in the same paragraph
  // A mark that is written against this token, as "/" in "58/2022/NĐ-CP"; brackets and stops do not count.
  bool glued_mark(std::size_t mark, std::size_t other) const;
  bool stands_in_number(std::size_t first, std::size_t last) const;

  // A plain whole number of at most four digits at this token.
  std::optional<int> number(std::size_t at) const;
  // Four digits, 1900 to 2099, or the same in words ("hai nghìn không trăm linh ba").
  std::optional<NumberAt> year(std::size_t at) const;
  // "2018", "năm 2018".
  std::optional<PointAt> year_point(std::size_t at) const;
  // "14/3/2023", "14-3-2023", "14.3.2023", "14/3", "14.11"; a point without a year where none follows.
  std::optional<PointAt> day_month(std::size_t at) const;
  // "14 tháng 3 năm 2023", "14 tháng 3", "30 tháng Tư"; `named`: behind "ngày", where the day may be in words too, and
  // a comma may part it from its month.
  std::optional<PointAt> spelled_day_month(std::size_t at, bool named = false) const;
  // "7/2018", "7-2018", "7.2018", "7 năm 2018", "7", "Tư", "VII" after "tháng".
  std::optional<PointAt> month(std::size_t at) const;
  // A month without its year: digits, words or Roman, 1 to 12.
  std::optional<NumberAt> month_number(std::size_t at) const;
  // Does the number at this token count something ("2020 hộ", "2019 triệu")?
  bool counts_something(std::size_t at) const;
  // One past the last token of a time of day: "17:01", "8 giờ 30 phút", "14h30"; `at` where there is none.
  std::size_t after_clock(std::size_t at) const;

 private:
  bool is_join(std::size_t at) const { return is(at, "/") || is(at, "-"); }
  std::optional<PointAt> dotted(std::size_t at) const;
  std::optional<PointAt> dotted_month(std::size_t at) const;
  std::optional<NumberAt> month_at_mark(std::size_t at) const;
  std::optional<NumberAt> day_number(std::size_t at, bool named) const;
  PointAt with_year(CalendarPoint point, std::size_t last) const;
  PointAt with_bare_year(const PointAt& read) const;

  const Reading& reading_;
};

}  // namespace trichluc
