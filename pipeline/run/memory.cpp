#include "pipeline/run/memory.h"

#include <malloc.h>

namespace trichluc {

void keep_freed_memory() {
  constexpr int kMegabyte = 1 << 20;
  mallopt(M_TRIM_THRESHOLD, 64 * kMegabyte);
  mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);
  mallopt(M_TOP_PAD, 16 * kMegabyte);
}

}  // namespace trichluc
