// Who readers have said is one person, and who is not: merges and splits of the correction layer, as links of facts;
// and all people of an archive with those links in force.
#pragma once

#include <vector>

#include "pipeline/query/people/officials.h"
#include "pipeline/store/database.h"

namespace trichluc {

// A name stands for all its statements; a fact that was split off is apart from all others of its name.
PersonLinks person_links(store::Database& database, const std::vector<OfficialStatement>& statements);

// The people point into the statements: it may be moved, not copied.
struct People {
  std::vector<OfficialStatement> statements;
  std::vector<Person> all;

  People() = default;
  People(People&&) = default;
  People& operator=(People&&) = default;
};

// Within a reading of the archive.
People load_people(store::Database& database, OfficeWords& words);

}  // namespace trichluc
