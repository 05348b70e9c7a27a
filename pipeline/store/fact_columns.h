// A fact as the row of the table `facts`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/record/record.h"

namespace trichluc::store {

// What a type of fact has, by the name of the column; what it has not, or does not know, is not there.
using FactColumns = std::map<std::string_view, std::string>;
FactColumns columns_of(const Record& record);

// The number by which facts are sorted and compared.
std::optional<double> number_of(const Fact& fact);

struct Years {
  std::optional<int> first;
  std::optional<int> last;
};
// The years that a period touches: "1996/2017" is 1996 and 2017, "2016/.." 2016 without an end, "--04-10" none.
Years years_of(std::string_view period);

}  // namespace trichluc::store
