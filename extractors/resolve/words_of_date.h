// What the words around a date say of it: what is compared with, a deadline, a time that is still to come, a year told
// against the document's own.
#pragma once

#include <optional>

#include "extractors/date/date_reader.h"
#include "extractors/reading.h"

namespace trichluc {

// "so với năm 2021", "vượt mức của cả năm 1996": what is compared with.
bool is_base(const Reading& reading, const DateReading& date);
// "19 tổ chức (cuối năm 2019 là 22 tổ chức)": a year that opens an aside.
bool opens_bracket(const Reading& reading, const DateReading& date);
// "trước ngày 15/12", "chậm nhất ngày 20/10".
bool is_deadline(const Reading& reading, const DateReading& date);
// "tháng 12 năm ngoái": -1; "6 tháng đầu năm nay": 0; "quý I năm sau": 1; empty where none is told so.
std::optional<int> relative_year(const Reading& reading, const DateReading& date);
// "ngày 12-13/12 tới", "tháng 3 sắp tới".
bool is_told_coming(const Reading& reading, const DateReading& date);
// The same, or led by a word of what is expected ("Dự kiến trong tháng 2").
bool is_ahead(const Reading& reading, const DateReading& date);

// "…, Lễ", "…, tại Hà Nội, Hội nghị": do the tokens [from, to) between a day and a year name what takes place on it?
bool names_event(const Reading& reading, std::size_t from, std::size_t to);
// "tăng 5% do hai dự án kết thúc từ tháng 12": do they tell why a figure rose or fell?
bool tells_cause(const Reading& reading, std::size_t from, std::size_t to);

}  // namespace trichluc
