// Who wrote to the archive, and when.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/store/archive.h"

namespace trichluc::store {

Result<std::int64_t> begin_run(Archive& archive, const std::string& command, const std::string& version);
Result<void> end_run(Archive& archive, std::int64_t run);

}  // namespace trichluc::store
