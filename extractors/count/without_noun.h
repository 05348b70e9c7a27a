// Numbers whose noun only the count before them says: "năm 2020 có 45 tổ chức, năm 2021 có 47", "(năm 2018 là 31)",
// "nay chỉ còn 28", "con số này là 450", "trong đó 12 của Hoa Kỳ".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/quantity/bound.h"
#include "extractors/reading.h"

namespace trichluc {

struct CountWithoutNoun {
  std::string_view rule;  // "count.same_number", "count.another_time", "count.part_without_noun", "count.another_place"
  std::size_t first = 0;  // the token its words begin with
};

// Does the number count what the candidate before it counts? `before` is a count, the last one read; the number has no
// noun of its own. Null where anything else is possible: another number between, a unit behind.
std::optional<CountWithoutNoun> count_without_noun(const Reading& reading, const Candidate& before,
                                                   const Quantity& quantity, const Bound& bound);

// "các tổ chức Hoa Kỳ chiếm đông nhất: 58 trong số 166": the count in `counts` whose number stands behind as the whole.
struct NamedWhole {
  std::size_t index = 0;  // in `counts`
  std::size_t last = 0;   // one past its number
};
std::optional<NamedWhole> whole_named_behind(const Reading& reading, const std::vector<Candidate>& counts,
                                             const Quantity& quantity);

}  // namespace trichluc
