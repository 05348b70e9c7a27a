// Taking a document out of an archive. The document's row, its paths and the reason stay as a trace.
#pragma once

#include <optional>
#include <string>

#include "pipeline/store/archive.h"

namespace trichluc::store {

Result<bool> is_withdrawn(Archive& archive, const std::string& id);

// `named` is an id, the beginning of one (8 digits at least), or a path. Fails with kBadArguments when it names none or
// several. Gives the id.
Result<std::string> withdraw(Archive& archive, const std::string& named, const std::string& why);

}  // namespace trichluc::store
