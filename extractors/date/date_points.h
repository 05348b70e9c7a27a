// The small parts of dates: a day, a month, a year at a token, in digits with any of the usual marks between.
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

// Reads tokens of one paragraph without ever leaving it.
class DateTokens {
 public:
  explicit DateTokens(const Reading& reading) : reading_(reading) {}

  bool is(std::size_t at, std::string_view word) const;
  bool inside(std::size_t at, std::size_t of) const;
  // A plain whole number of at most four digits at this token.
  std::optional<int> number(std::size_t at) const;
  std::optional<int> year(std::size_t at) const;  // four digits, 1900 to 2099

  // "14/3/2023", "14-3-2023", "14.3.2023", "14/3", "14.11"; a point without a year where none follows.
  std::optional<PointAt> day_month(std::size_t at) const;
  // "14 tháng 3 năm 2023", "14 tháng 3", after "ngày".
  std::optional<PointAt> spelled_day_month(std::size_t at) const;
  // "7/2018", "7-2018", "7 năm 2018", "7" after "tháng".
  std::optional<PointAt> month(std::size_t at) const;
  // "2018", "năm 2018".
  std::optional<PointAt> year_point(std::size_t at) const;

 private:
  bool is_join(std::size_t at) const;
  std::optional<PointAt> dotted(std::size_t at) const;
  PointAt with_year(CalendarPoint point, std::size_t last) const;

  const Reading& reading_;
};

}  // namespace trichluc
