// What a share is a share of the whole for: "khu vực châu Âu", "y tế", cut free of the words that only say "aid for".
#pragma once

#include <optional>

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

// The label in tokens [first, end) before a share, without leading links and without what is divided ("viện trợ PCPNN
// cho lĩnh vực y tế" gives "y tế"). Empty: no words are left.
std::optional<Clause> label_within(const Reading& reading, std::size_t first, std::size_t end);

// Where the label that ends at `end` begins, if its last stretch between commas begins at `first`: "bom mìn, vật nổ
// chiếm 57,3%", "3 huyện Bình Đại, Ba Tri, Thạnh Phú chiếm 58%" name one part with commas in it. Not before `floor`.
std::size_t label_first(const Reading& reading, std::size_t first, std::size_t floor);

}  // namespace trichluc
