// Parts of a count whose noun only the count tells, and that add up to it: "Dự án: 134. Phân theo cấp quản lý: 102 do
// UBND tỉnh, 32 do các cơ quan trung ương", "45 dự án, trong đó mới 12, chuyển tiếp 33".
#pragma once

#include <vector>

#include "extractors/candidate.h"
#include "extractors/reading.h"

namespace trichluc {

struct AddingUp {
  std::vector<const Quantity*> parts;  // none: no breakdown
  std::size_t whole = 0;               // index among the candidates
};

// The parts that the number opens, the first behind the words of a breakdown; `before`: the counts read so far.
AddingUp parts_that_add_up(const Reading& reading, const std::vector<Candidate>& before, const Quantity& first);

}  // namespace trichluc
