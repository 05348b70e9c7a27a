// A sum of a decision is told twice, in digits and in words; the words are no second sum.
#pragma once

#include <cstddef>

#include "extractors/money/sum.h"
#include "extractors/reading.h"

namespace trichluc {

// "224.486 USD (Hai trăm hai mươi bốn nghìn, bốn trăm tám mươi sáu đô la Mỹ)": one past the bracket behind the sum that
// says it once more; the sum's own end where there is none.
std::size_t behind_spelled_out(const Reading& reading, const Sum& sum);

}  // namespace trichluc
