// Projects that the state or a firm pays for, in a text that speaks of aid as well.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// "Nhà nước đầu tư 12 dự án", "12 dự án … bằng vốn ngân sách", and nobody from abroad in the sentence. `count`: the
// token of the number; `head`: what it counts.
bool is_paid_at_home(const Reading& reading, std::size_t count, const LexiconMatch& head);

}  // namespace trichluc
