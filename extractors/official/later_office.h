// The office that a person is given further on in the sentence: "điều động ông A, Giám đốc Sở X, đến nhận công tác tại
// Huyện ủy Y và giữ chức Bí thư Huyện ủy".
#pragma once

#include "extractors/official/mention.h"
#include "extractors/official/titles_behind.h"
#include "extractors/reading.h"

namespace trichluc {

// Adds it to the person who is moved, where nobody else is named between.
void take_office_given_later(const Reading& reading, const TitlesBehind& behind, Mention& mention);

}  // namespace trichluc
