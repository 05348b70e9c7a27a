// Number and day as a form prints them. What is left blank, written by hand or misread is nothing, never a guess.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trichluc {

// "Số: 18/BC-UBND", "Số 415 UB/KT", "Số:      /BC-UBND".
struct PrintedNumber {
  std::string number;   // empty: left blank, or its digits cannot be read
  std::size_t end = 0;  // where the number ends in the text
};

// Nothing where `folded` does not begin with "Số" and a number with its sign. `shaped` and `folded` are alike byte for
// byte.
std::optional<PrintedNumber> printed_number(std::string_view shaped, std::string_view folded);

// "Quảng Trị, ngày 17 tháng 01 năm 2023", "Huế, ngày 12/5/1996", "Hà Nội ngày … tháng 8 năm 1998".
struct PrintedDay {
  std::string place;   // may be empty
  bool comma = false;  // between place and day, as the form wants it
  std::string date;    // ISO 8601, as far as it can be read; empty: not even the year
  std::size_t end = 0;
};

// Nothing where the text is no place and day, or breaks off before its year.
std::optional<PrintedDay> printed_day(std::string_view shaped, std::string_view folded);

// The text breaks off within such a day: "Đồng Nai, ngày 31".
bool breaks_off_in_day(std::string_view folded);

}  // namespace trichluc
