// Is the archive what was put into it? Looks at every byte; changes nothing.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/archive.h"

namespace trichluc::store {

struct Fault {
  std::string where;  // a document, fact, path or file of the archive
  Message what;
};

struct Verification {
  std::vector<Fault> faults;   // the archive itself is not sound
  std::vector<Fault> changed;  // a source file is no longer what was read: changed, or gone
  std::int64_t originals = 0;
  std::int64_t quotes = 0;
  std::int64_t sources = 0;
};

// With `sources`, the files that were read are read again and compared, whatever their time stamps say; one that cannot
// be reached is told as gone.
Result<Verification> verify(Archive& archive, bool sources);

}  // namespace trichluc::store
