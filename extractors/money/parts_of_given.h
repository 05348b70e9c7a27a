// Parts of a sum that was just told as given: "742.000 đô-la, trong đó riêng việc đắp đê hết 415 nghìn đô-la, quỹ tín
// dụng cho phụ nữ nghèo 96.500 đô-la", "… 1,2 triệu USD. Cụ thể: y tế 500.000 USD; còn lại 215.000 USD là các vấn đề xã
// hội".
#pragma once

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// May `part`, which no word of its own calls aid, be a part of `whole`, which stands before it and is aid? So it may
// where words that open parts stand between the two, where nothing between them says that somebody else gives it, and
// where it is smaller. `before`: one past the sum before the part.
bool is_part_of_given(const Reading& reading, const Sum& whole, const Sum& part, std::size_t before);

}  // namespace trichluc
