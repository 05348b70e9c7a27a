// The body that is named before a person whose office leaves it out: "Hội X do bà A làm Chủ tịch", "Sở Y tế (ông B, Phó
// Giám đốc) báo cáo".
#pragma once

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

// Gives the offices behind the name the body that ends right before the person; `first` is the person's first token.
// `appointed`: the offices stand behind "làm", "giữ chức", and not behind a mark ("do bà A, Phó Hội trưởng, dẫn đầu").
void take_body_before(const Reading& reading, std::size_t first, bool appointed, std::vector<ReadPosition>& positions);

// "Về phía Trường X có ông A – Hiệu trưởng, bà B – Phó Hiệu trưởng", "đoàn Sở Y tế do ông A, Phó Giám đốc, dẫn đầu",
// "đại diện Vụ X, ông A - Phó vụ trưởng": gives the offices behind the name the body whose side the sentence tells,
// nearest before the person.
void take_body_of_side(const Reading& reading, std::size_t first, std::vector<ReadPosition>& positions);

// "Bộ Y tế có Bộ trưởng là bà A", "Sở có Giám đốc là ông B": the body of an office whose holder is named behind it.
void take_body_that_has(const Reading& reading, std::size_t first, std::vector<ReadPosition>& positions);

}  // namespace trichluc
