// What stands right beside a sum: the cue before it that decides, the one behind it, brackets and other sums.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// Does this token begin a sum, with its bound or without?
bool begins_sum(const Reading& reading, std::size_t at);

// "870 triệu đồng (5,8 triệu đồng/giếng) do tổ chức X viện trợ": a short bracket parts nothing.
std::size_t behind_brackets(const Reading& reading, std::size_t at, std::size_t end);

// "36 tỷ đồng, tương đương 1,5 triệu USD, do tổ chức X tài trợ": one past the same sum in another currency.
std::size_t behind_equivalent(const Reading& reading, std::size_t at, std::size_t end);

// The nearest cue before `end` that decides; neutral ones ("giá trị") are passed over.
const LexiconMatch* deciding_before(const Reading& reading, std::size_t end, std::size_t from);

// "12 tỷ đồng vốn đối ứng", "5 tỷ đồng từ nguồn viện trợ": a cue within two words after the sum, no mark between.
const LexiconMatch* deciding_after(const Reading& reading, std::size_t first, std::size_t last);

// "tiết kiệm 37,5 triệu đồng chuyển sang bảo dưỡng": what the sum is stands before it, where it goes behind it.
const LexiconMatch* left_and_moved(const Reading& reading, std::size_t first, std::size_t last);

// "18 tỷ đồng do tổ chức X tài trợ không hoàn lại": who gives the sum, told right behind it.
const LexiconMatch* given_by(const Reading& reading, std::size_t last, std::size_t end);

// "9,6 tỷ đồng mua bồn chứa": what a sum is spent on, not what it is.
bool is_purpose(const LexiconMatch& cue);

}  // namespace trichluc
