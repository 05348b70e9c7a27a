// How far a run is: counted where the work is done, looked at by whoever shows progress. Any thread may read and add.
#pragma once

#include <atomic>
#include <cstddef>

namespace trichluc {

struct RunCounters {
  std::atomic<std::size_t> documents{0};         // known so far; containers add what they hold
  std::atomic<std::size_t> documents_read{0};    // to the end, failed pages or not
  std::atomic<std::size_t> documents_failed{0};  // refused
  std::atomic<std::size_t> pages{0};             // of the documents that were opened
  std::atomic<std::size_t> pages_read{0};
  std::atomic<std::size_t> pages_failed{0};
  // Failures by stage: reaching the file, telling and opening it, reading a page.
  std::atomic<std::size_t> failed_access{0};
  std::atomic<std::size_t> failed_opening{0};
};

}  // namespace trichluc
