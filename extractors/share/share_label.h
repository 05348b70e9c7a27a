// What a share is a share of the whole for: "khu vực châu Âu", "y tế", cut free of the words that only say "aid for".
#pragma once

#include <optional>

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// The label in tokens [first, end) before a share, without leading links and without what is divided ("viện trợ PCPNN
// cho lĩnh vực y tế" gives "y tế"). Empty: no words are left.
std::optional<Clause> label_within(const Reading& reading, std::size_t first, std::size_t end);

}  // namespace trichluc
