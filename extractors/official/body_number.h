// Numbers that are a part of a body's name: "Binh đoàn 12", "tổ dân phố số 5", "Phòng PC07".
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

class BodyNumbers {
 public:
  // Of the body that begins at token `first`; `headed`: a title stands before it. The reading must outlive this.
  BodyNumbers(const Reading& reading, std::size_t first, bool headed)
      : reading_(reading), first_(first), headed_(headed) {}

  // Is the number at this token the body's name or the end of it? `next_stops`: the word behind it is of no body.
  bool is_name(std::size_t at, bool next_stops) const {
    return is_of_body(at, next_stops) || is_code(at) || is_of_village(at, next_stops) || is_of_unit(at, next_stops) ||
           is_of_works(at) || is_of_branch(at, next_stops);
  }
  // "Cụm thi đua số 3": one past "số" and its number, or `at`.
  std::size_t after_own_number(std::size_t at) const;
  // "Ban Chỉ đạo APEC 2017": the year of the event that a board is for.
  bool is_year_of_event(std::size_t at) const;
  // "Trường Mầm non 30-4", "Bệnh viện 19-8": a day that a body is named after.
  bool is_day(std::size_t at) const;
  // Right behind a title that itself names a village or a part of a town: "Trưởng thôn", "Tổ trưởng tổ dân phố".
  bool is_behind_village(std::size_t at) const;

 private:
  bool is_of_body(std::size_t at, bool next_stops) const;
  bool is_of_village(std::size_t at, bool next_stops) const;
  bool is_of_unit(std::size_t at, bool next_stops) const;
  bool is_code(std::size_t at) const;
  bool is_of_works(std::size_t at) const;
  bool is_of_branch(std::size_t at, bool next_stops) const;
  bool is_kind_with_numbers() const;
  bool counts_time(std::size_t next) const;
  bool goes_on(std::size_t next) const;

  const Reading& reading_;
  std::size_t first_;
  bool headed_;
};

}  // namespace trichluc
