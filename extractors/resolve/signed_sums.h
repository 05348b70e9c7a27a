// Sums of what a document reports to be signed. "Đại sứ quán Nhật Bản ký hợp đồng viện trợ với năm xã. Gộp lại, 5 dự án
// được 490.000 USD": promised, though the second sentence does not say so.
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// Where the document opens with a signing, or the sum's paragraph tells of one, sums told soon behind it whose stage
// nothing says are committed; not what was given before ("đã giúp 10 triệu USD từ năm 1995"), and not what is given
// every year.
void resolve_signed_sums(const Reading& reading, std::vector<Statement>& statements);

}  // namespace trichluc
