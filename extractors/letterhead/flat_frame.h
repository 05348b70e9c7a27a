// A head whose lines run together into one, as where a page was copied or converted without its layout: "UBND TỈNH X
// CỘNG HÒA … Hạnh phúc Số: 21/BC-UBND X, ngày … BÁO CÁO Kết quả …". It is cut where the parts of the frame begin.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/letterhead/frame_lines.h"
#include "extractors/letterhead/frame_words.h"

namespace trichluc {

// The nation's name stands within the line, other parts of the frame before or behind it.
bool is_flat_frame(std::string_view folded, const FrameWords& words);

// The cells, those that are such lines in pieces; `raw` is the text that was cut into cells.
std::vector<FrameCell> cut_flat_frames(std::vector<FrameCell> cells, std::string_view raw, const FrameWords& words);

}  // namespace trichluc
