// One office or body in words and in letters: "Sở Văn hóa, Thể thao và Du lịch", "Sở VH-TT&DL".
#pragma once

#include <string>

namespace trichluc {

// Does `shorter` begin `fuller` when the letters of either stand for words of the other? Words that both write out are
// the same.
bool begins_in_letters(const std::string& shorter, const std::string& fuller);

}  // namespace trichluc
