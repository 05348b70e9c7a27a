// Which days a period of the record contract covers, and what sort of time that is: a full year is a point of a yearly
// series, a part of a year never is.
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

enum class TimeShape {
  kUnknown,  // not stated, or without a year ("--04-10")
  kDay,
  kPartOfYear,  // a month, a quarter, eight months
  kYear,        // a calendar year, also written "2018-01/2018-12"
  kYears,       // several years, or from within one year into another
  kOpen,        // "2016/.."
};

struct CoveredTime {
  TimeShape shape = TimeShape::kUnknown;
  int first = 0;  // 20190410; day 31 stands for the end of any month
  int last = 0;   // 99991231 where it is open

  int first_year() const { return first / 10000; }
  int last_year() const { return last / 10000; }
  bool known() const { return shape != TimeShape::kUnknown; }
  bool covers(const CoveredTime& other) const {
    return known() && other.known() && first <= other.first && other.last <= last;
  }
  friend bool operator==(const CoveredTime&, const CoveredTime&) = default;
};

CoveredTime covered_time(const std::string& period);

// The same time a year earlier, for a comparison with "the same period of last year": "2022" gives "2021",
// "2023-01/2023-08" gives "2022-01/2022-08". Empty where the period has no year, or an open end.
std::string year_before(const std::string& period);

}  // namespace trichluc
