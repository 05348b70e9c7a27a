// Text that was Unicode when a converter of VNI was run over it: "công" became "cơng", "còn" "cịn", "có" "cĩ", "toàn"
// "tồn". Most words tell by themselves what they were; of two possible ones the more frequent is taken, so what comes
// out is a reading and not a proof. Private to the stage.
#pragma once

#include <string>
#include <string_view>

namespace trichluc::text {

// Only where the text has none of the letters that the converter takes away (ô, ó, ò) and many words that are no
// syllables and were some.
bool is_vni_over_unicode(std::string_view text);

std::string undo_vni_over_unicode(std::string_view text);

}  // namespace trichluc::text
