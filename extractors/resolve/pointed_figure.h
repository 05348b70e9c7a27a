// Figures that point back at one told before: "Con số trên đến từ 36 dự án", "Số viện trợ ấy được đưa vào 23 dự án",
// "Trong 28 khoản nói trên, 17 khoản do …". They are of its time.
#pragma once

#include <vector>

#include "extractors/resolve/statement.h"

namespace trichluc {

// Sets the period of such figures where their own sentence tells no time. After the periods are settled.
void take_time_of_pointed(const Reading& reading, std::vector<Statement>& statements);

}  // namespace trichluc
