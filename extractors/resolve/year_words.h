// Words of years that name none: "trong 10 năm qua", "những năm gần đây", "trong năm", "cả năm".
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/reading.h"

namespace trichluc {

// "10 năm gần đây", "những năm đầu của thế kỷ", "trong 9 tháng", "thời gian qua", "từ nay đến cuối năm" at this token:
// a time, but which is not said.
bool is_unnamed_years(const Reading& reading, std::size_t at);

// "trong năm", "cả năm", "cùng năm", "năm qua" in tokens [from, to): a year that the text leaves to what stands before
// it.
bool tells_unnamed_year(const Reading& reading, std::size_t from, std::size_t to);

// "Năm đầu tiên, tỉnh chỉ có 4 tổ chức", "Trước đó, tỉnh đã phê duyệt …" at the head of a sentence: another time than
// that of the text around, and not said which.
bool opens_other_time(const Reading& reading, const Sentence& sentence);

// "mục tiêu trở thành nước công nghiệp vào năm 2020", "đến năm 2020", "tầm nhìn 2030": is the year that begins at this
// token a goal? The days around it are not in it.
bool is_goal(const Reading& reading, std::size_t year);

// Does the sentence speak of what is still to come ("dự kiến", "nhiệm vụ", "phương hướng")?
bool is_to_come(const Reading& reading, const Sentence& sentence);

// "mừng xuân Ất Mùi 2015", "đón Tết Quý Mão 2023": the token of the year that a feast opens, or nothing.
std::optional<std::size_t> year_of_feast(const Reading& reading);

}  // namespace trichluc
