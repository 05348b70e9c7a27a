// Sums told in a row of those who gave them: "Australia 3 triệu AUD; World Vision 350.000 USD; UN Women (85.000 USD)".
#pragma once

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

// "Hiệp hội Chữ thập đỏ quốc tế 140.000 USD; Quỹ Nhi đồng Anh (SCF/UK) 420 triệu đồng mở 36 điểm giữ trẻ": the donor's
// name opens the item and its sum follows, in brackets or not, in a text that speaks of aid. A country gives so only
// beside others ("Hàn Quốc 1 triệu USD; Liên minh châu Âu 532.000 USD"). `first`: the sum's first token.
const LexiconMatch* donor_of_item(const Reading& reading, const Topic& topic, std::size_t first);

// "Thay mặt Chính phủ Nhật Bản, Tổng lãnh sự X lần lượt ký với các ông: A (máy siêu âm - 87.120 USD); B (90.450 USD)":
// sums in the brackets of those with whom another country's envoy signs.
const LexiconMatch* signed_in_turn(const Reading& reading, const Topic& topic, std::size_t first);

}  // namespace trichluc
