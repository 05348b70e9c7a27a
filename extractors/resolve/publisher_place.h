// Whose page is it? "CƠ QUAN CỦA ỦY BAN NHÂN DÂN TỈNH X" in the foot, "Cổng thông tin điện tử tỉnh X" in the head.
#pragma once

#include <optional>
#include <string>

#include "extractors/reading.h"
#include "extractors/resolve/context.h"

namespace trichluc {

// The one province that the page's own furniture names as its publisher's; empty where it names several (links to
// neighbours) or none.
std::optional<Told<std::string>> place_of_publisher(const Reading& reading);

}  // namespace trichluc
