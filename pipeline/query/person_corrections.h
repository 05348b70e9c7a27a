// Who readers have said is one person, and who is not: merges and splits of the correction layer, as links of facts.
#pragma once

#include <vector>

#include "pipeline/query/officials.h"
#include "pipeline/store/database.h"

namespace trichluc {

// A name stands for all its statements; a fact that was split off is apart from all others of its name.
PersonLinks person_links(store::Database& database, const std::vector<OfficialStatement>& statements);

}  // namespace trichluc
