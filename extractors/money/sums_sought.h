// Sums that nobody gave: what is called for or needed, its parts, and what each of several kinds of a gift is worth.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// "cần hỗ trợ khẩn cấp 48 triệu USD", "kêu gọi cộng đồng quốc tế hỗ trợ 48 triệu USD".
bool is_sought(const Reading& reading, const Sum& sum);

// "… cần huy động 40 triệu USD. Trong đó, hỗ trợ lương thực 16 triệu USD, …": a part of the sum that is sought.
bool is_part_of_sought(const Reading& reading, const std::vector<Sum>& sums, std::size_t index);

// "Trị giá các suất học bổng gồm: 1 triệu đồng (tiểu học); 6 triệu đồng (sinh viên)".
bool is_worth_of_kind(const Reading& reading, const Sum& sum);

}  // namespace trichluc
