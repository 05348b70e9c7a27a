// Who wrote to the archive, and when.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/store/archive.h"

namespace trichluc::store {

// Pages of one kind that a run has read, and the seconds that its readers took, all of them together.
struct PageTimes {
  std::int64_t pages = 0;
  double seconds = 0;
};
struct RunWork {
  PageTimes text;        // pages whose text the source gives
  PageTimes recognised;  // pages that went through the recogniser, or failed
};

Result<std::int64_t> begin_run(Archive& archive, const std::string& command, const std::string& version);
Result<void> end_run(Archive& archive, std::int64_t run, const RunWork& work);

// What a page costs, as the archive's finished runs tell; of a kind that it has no 20 pages of, an assumption that was
// not measured.
struct PageCost {
  double seconds = 0;
  double bytes = 0;       // of the database
  bool measured = false;  // in this archive
};
struct PageCosts {
  PageCost text{0.03, 16000, false};
  PageCost recognised{4, 60000, false};
};
Result<PageCosts> page_costs(Archive& archive);

}  // namespace trichluc::store
