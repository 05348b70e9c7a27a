// Rules for months, quarters, halves, years, ranges of years and decades.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/date/day_rules.h"

namespace trichluc {

class PeriodRules {
 public:
  explicit PeriodRules(const Reading& reading) : reading_(reading), tokens_(reading) {}

  FoundDates months_of_year(std::size_t at) const;
  FoundDates half_of_year(std::size_t at) const;
  FoundDates quarter(std::size_t at) const;
  // "quý đầu năm 2023", "ba quý đầu năm 2022".
  FoundDates quarters_of_year(std::size_t at) const;
  // "tháng đầu tiên của năm 2020".
  FoundDates edge_month(std::size_t at) const;
  FoundDates month_range(std::size_t at) const;
  FoundDates months_listed(std::size_t at) const;
  FoundDates named_month(std::size_t at) const;
  FoundDates bare_month(std::size_t at) const;
  FoundDates decade(std::size_t at) const;
  FoundDates year_range(std::size_t at) const;
  FoundDates named_year(std::size_t at) const;
  // "năm 98", "năm '99".
  FoundDates short_year(std::size_t at) const;
  // "giai đoạn 1998-99", "tài khóa 2010/11".
  FoundDates short_range(std::size_t at) const;
  FoundDates bare_year(std::size_t at) const;

 private:
  struct YearAfter {
    std::optional<int> year;
    std::size_t last = 0;
  };

  YearAfter year_after(std::size_t at, std::size_t of) const;
  FoundDates quarter_range(std::size_t at, int first, const YearAfter& from) const;
  std::optional<int> small_number(std::size_t at, std::string_view of, int most) const;
  std::optional<int> quarter_number(std::size_t at) const;
  bool is_numbered_thing(std::size_t at) const;
  FoundDates months_without_marks(std::size_t at) const;
  bool is_glued(std::size_t dash) const;
  bool is_next_of_years(std::size_t at, int year) const;
  FoundDates quarters_listed(std::size_t at) const;

  const Reading& reading_;
  DateTokens tokens_;
};

}  // namespace trichluc
