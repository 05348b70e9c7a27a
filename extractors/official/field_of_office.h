// The field of an office, told in small letters between the title and the body.
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// A verb, not the field of an office: "Giám đốc đánh giá dự án của tổ chức X".
bool is_told(const Reading& reading, std::size_t at);

// "tổng thống thứ ba của Pháp", "tổng thống Mỹ thứ 43", "thủ tướng đầu tiên": one past which one it is, or `at`.
std::size_t after_ordinal(const Reading& reading, std::size_t at);

// "Cố vấn trưởng về hành động bom mìn của UNDP", "Giám đốc quản lý chương trình của tổ chức Plan": one past the field,
// where the body's name begins, or `at`.
std::size_t after_field(const Reading& reading, std::size_t at);

// "Giám đốc nghiên cứu an ninh quốc tế Viện X", "Cố vấn phát triển nông thôn Ai-len tại Việt Nam": where the body
// begins behind a field of two words or more in small letters, or `at`.
std::size_t at_body_behind_field(const Reading& reading, const LexiconMatch& title, std::size_t at);

// "Bộ trưởng an toàn thực phẩm New Zealand Goodwell": behind a minister the field in small letters, the state and a
// foreign name; one past the state, or `at`.
std::size_t after_small_field_of_state(const Reading& reading, std::size_t at);

// "Trợ lý Ngoại trưởng phụ trách các vấn đề chính trị": one past what the holder is in charge of, or `at`.
std::size_t after_charge(const Reading& reading, std::size_t at);

}  // namespace trichluc
