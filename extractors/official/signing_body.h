// Whom a signer signs for: the title below the text names no body, the head of the document does.
#pragma once

#include <vector>

#include "extractors/official/mention.h"
#include "extractors/reading.h"

namespace trichluc {

// Gives the titles of signatures without a body that of the head ("PHÓ CHỦ TỊCH" under "UBND TỈNH QUẢNG TRỊ"), with
// where it was taken from. A signer whose position the text itself tells in full is left as he is.
void complete_signatures(const Reading& reading, const std::vector<Mention>& told, std::vector<Mention>& signatures);

}  // namespace trichluc
