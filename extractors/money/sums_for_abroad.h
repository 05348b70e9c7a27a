// Aid that goes elsewhere: to another country, to many of them, to a body of the world.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// "Quỹ X tài trợ 250 triệu USD … tại châu Phi", "cuộc chiến toàn cầu chống bệnh lao", "viện trợ cho Ukraine": the
// document speaks of the world or of another part of it, and nothing in it names the country, a province or a district.
bool tells_of_world(const Reading& reading);

// Why the sum number `index` is not for this country; empty: nothing says so.
std::string_view why_for_abroad(const Reading& reading, const std::vector<Sum>& sums, std::size_t index);

}  // namespace trichluc
