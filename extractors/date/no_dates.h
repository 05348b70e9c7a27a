// What looks like a day, month or year of the solar calendar and is none: lunar days, feasts named with their year, and
// streets, parks and schools named after a day.
#pragma once

#include <string_view>

#include "extractors/date/date_points.h"
#include "extractors/date/date_reader.h"

namespace trichluc {

class NoDates {
 public:
  explicit NoDates(const Reading& reading) : reading_(reading), tokens_(reading) {}

  // Why this reading is no date, in words for `explain`; empty where it is one.
  std::string_view reason(const DateReading& date) const;

 private:
  bool is_lunar(const DateReading& date) const;
  bool is_of_named_year(std::size_t at) const;
  bool restates_solar(const DateReading& date) const;
  bool is_year_of_feast(const DateReading& date) const;
  bool is_name_of_place(const DateReading& date) const;

  const Reading& reading_;
  DateTokens tokens_;
};

}  // namespace trichluc
