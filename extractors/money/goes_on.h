// May a sum take what it is from the sentence above? "Tổng kinh phí là 2 tỷ đồng", "Năm 2016: 3 triệu USD", "World
// Vision 500.000 USD" leave it out; "Trang trại lãi 5 tỷ đồng" says something of its own.
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// `first`: the sum's first token, its bound with it.
bool goes_on_from_above(const Reading& reading, std::size_t first);
// "Công ty A khởi công nhà máy có tổng vốn 3 tỷ đồng": somebody at home does something of his own with the sum, which
// the sentences above do not speak of.
bool tells_of_another_doer(const Reading& reading, std::size_t first);

}  // namespace trichluc
