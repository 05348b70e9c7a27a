// Sums of what a document reports to be signed. "Đại sứ quán Nhật Bản ký hợp đồng viện trợ với năm xã. Gộp lại, 5 dự án
// được 490.000 USD": promised, though the second sentence does not say so.
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/resolve/statement.h"

namespace trichluc {

// Where the document opens with a signing, or the sum's paragraph tells of one, sums told soon behind it whose stage
// nothing says are committed; not what was given before ("đã giúp 10 triệu USD từ năm 1995"), and not what is given
// every year.
void resolve_signed_sums(const Reading& reading, std::vector<Statement>& statements);

// "Tính đến hết tháng 7 đã giải ngân 1.327.000 USD, trong đó: Văn Chấn 402.000 USD; …": a part whose stage nothing says
// is of its whole's. `candidates` are those of the statements.
void resolve_stages_of_parts(std::vector<Statement>& statements, const std::vector<Candidate>& candidates);

}  // namespace trichluc
