// Sums whose sentence tells that they go to another country, a part of the world or a fund of the world, wherever it
// tells so.
#pragma once

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// "đóng góp 20 triệu USD cho Quỹ Toàn cầu", "cho nạn nhân động đất tại Thổ Nhĩ Kỳ", "cung cấp cho Campuchia 5 triệu
// USD", and nothing at home in the sentence.
bool goes_elsewhere(const Reading& reading, const Sum& sum);

// "viện trợ 3 triệu USD cho Nepal": does the document name a receiver elsewhere anywhere?
bool names_receiver_elsewhere(const Reading& reading);
// … its headline, which names nothing at home?
bool headline_names_elsewhere(const Reading& reading);
// Does the sum's paragraph name the country or a part of it?
bool names_home_around(const Reading& reading, const Sum& sum);

}  // namespace trichluc
