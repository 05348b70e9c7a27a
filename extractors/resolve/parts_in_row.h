// Parts told in a row: "58 trong số 166; Hàn Quốc 21, Pháp 17", "Tổng giá trị gần 5,7 triệu USD. Các khoản lớn nhất là:
// Australia 3 triệu AUD; Hàn Quốc 1 triệu USD; …".
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// Sets part_of where nothing told it: of a count without a noun that follows a part in its list, and of the sums of a
// sentence that opens with the greatest ones, whose total stands just above. `candidates` must hold the statements'.
void join_parts_in_row(const Reading& reading, std::vector<Statement>& statements,
                       const std::vector<Candidate>& candidates);

}  // namespace trichluc
